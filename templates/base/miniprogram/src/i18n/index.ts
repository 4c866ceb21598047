import { createStore, useStore } from '@/store'
import { keep, recall } from '@/storage'
import { shop } from '@/shop'
import type { Words } from '@/kaidian/booking'
import { en } from './en'
import { zh } from './zh'
import type { Messages } from './zh'

export type Locale = 'zh-CN' | 'en'
export type { Messages }

const MESSAGES: Readonly<Record<Locale, Messages>> = { 'zh-CN': zh, en }

/** The language in use: what the customer chose, else the shop's first. */
export const locale = createStore<Locale>(recall<Locale>('locale') ?? shop.locales[0] ?? 'zh-CN')

// In a browser, screen readers and hyphenation go by the language of the page.
if (process.env.TARO_ENV === 'h5') {
  const tell = () => {
    document.documentElement.lang = locale.get()
  }
  tell()
  locale.subscribe(tell)
}

export const chooseLocale = (next: Locale): void => {
  keep('locale', next)
  locale.set(next)
}

/** The sentences in the language in use, for code outside components. */
export const messages = (): Messages => MESSAGES[locale.get()]

export interface Translation {
  readonly locale: Locale
  readonly t: Messages
  /** The shop's own words in the language in use, Chinese where there are no others. */
  readonly say: (words: Words | null | undefined) => string
}

export const useTranslation = (): Translation => {
  const current = useStore(locale)
  return { locale: current, t: MESSAGES[current], say: (words) => words?.[current] ?? words?.['zh-CN'] ?? '' }
}
