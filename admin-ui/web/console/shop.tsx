import { createContext, useContext } from 'react'
import { inLanguage } from '../common/i18n.ts'
import { instantWords, wallAt } from './format.ts'
import type { ConsoleOrder, PublicShop, Words } from './server/shapes.ts'
import { useWords } from './words.ts'

const ShopContext = createContext<PublicShop | null>(null)
export const ShopProvider = ShopContext.Provider

/** The shop, and its words and clock in the language of the page. */
export function useShop() {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop needs a ShopProvider around it')
  const { language } = useWords()
  const say = (words: Words | string): string => inLanguage(words, language)
  return {
    shop,
    language,
    say,
    /** Names of those who serve: `1号、2号`. */
    servedBy: ({ resources }: ConsoleOrder): string =>
      resources.map(({ name }) => say(name)).join(language === 'en' ? ', ' : '、'),
    at: (iso: string): string => instantWords(iso, shop.zone, language),
    now: () => wallAt(new Date(), shop.zone),
  }
}

/** `洗剪吹 · 资深`, without saying twice what is called the same. */
export function serviceWords(order: ConsoleOrder, say: (words: Words | string) => string): string {
  const service = say(order.serviceTitle)
  const offering = say(order.offeringTitle)
  return offering === '' || offering === service ? service : `${service} · ${offering}`
}
