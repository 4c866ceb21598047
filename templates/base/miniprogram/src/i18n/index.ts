import { createStore, useStore } from '@/store'
import { keep, recall } from '@/storage'
import { shop } from '@/shop'
import type { Words } from '@/kaidian/booking'
import { en } from './en'
import { systemLocale } from './system'
import { zh } from './zh'
import type { Messages } from './zh'

export type Locale = 'zh-CN' | 'en'
export type { Messages }

const MESSAGES: Readonly<Record<Locale, Messages>> = { 'zh-CN': zh, en }

const among = (spoken: readonly Locale[]): Locale => {
  const chosen = recall<Locale>('locale')
  return (chosen && spoken.includes(chosen) ? chosen : systemLocale(spoken)) ?? spoken[0] ?? 'zh-CN'
}

/** The language in use, always one of the shop's: what the customer chose, else the phone's, else the shop's first. */
export const locale = createStore<Locale>(among(shop.locales))

/** Holds to the languages the shop has now, which may be others than when the app was built. */
export const speakAmong = (spoken: readonly Locale[]): void => {
  const next = among(spoken)
  if (next !== locale.get()) locale.set(next)
}

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
