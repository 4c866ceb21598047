import { createContext, useContext } from 'react'
import { inLanguage } from '../common/i18n.ts'
import { instantWords, wallAt } from './format.ts'
import type { ConsoleOrder, PublicShop, Words } from './server/shapes.ts'
import { startWords, whenWords, type Dated } from './when.ts'
import { useWords } from './words.ts'

const ShopContext = createContext<PublicShop | null>(null)
export const ShopProvider = ShopContext.Provider

/** The shop, and its words and clock in the language of the page. */
export function useShop() {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop needs a ShopProvider around it')
  const { t, language } = useWords()
  const speaking = { t, language, zone: shop.zone }
  const say = (words: Words | string): string => inLanguage(words, language)
  return {
    shop,
    language,
    say,
    /** `洗剪吹 · 资深 · 3 人 · 1号、2号`: what was booked, for how many, and who serves, as far as there is each. */
    what: (order: ConsoleOrder): string => {
      const people = order.selection.places.length - order.withdrawn.length
      const served = order.resources.map(({ name }) => say(name)).join(language === 'en' ? ', ' : '、')
      return [serviceWords(order, say), people > 1 ? t('order.peopleCount', { count: people }) : '', served]
        .filter((part) => part !== '')
        .join(' · ')
    },
    /** Day, start and end in words. */
    when: (order: Dated): string => whenWords(order, speaking),
    /** Day and start in words. */
    begins: (order: Dated): string => startWords(order, speaking),
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
