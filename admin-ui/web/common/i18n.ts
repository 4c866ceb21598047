import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

export type Language = 'zh-CN' | 'en'
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

/** The same tree with other words. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

/** Dotted paths of the words in a tree: `header.save`. */
export type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]

export type Values = Readonly<Record<string, string | number>>
export type Translate<T> = (path: Path<T>, values?: Values) => string

const STORED = 'kaidian.language'

/** `language` in the address wins, then the last choice, then the browser's; Chinese when none says English. */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('language')
  const stored = asked ?? readStored() ?? navigator.language
  return stored.startsWith('en') ? 'en' : 'zh-CN'
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

/** Remembers the choice, and tells assistive technology. */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
}

/**
 * The words of one app: Chinese is the original, and English must have every one of them. Values are written `{{name}}`.
 * `start` once before rendering; `useWords` in components; `translate` outside of them.
 */
export function dictionary<T extends object>(chinese: T, english: Translated<T>) {
  return {
    start: async (): Promise<void> => {
      const language = firstLanguage()
      await i18next.use(initReactI18next).init({
        lng: language,
        fallbackLng: 'zh-CN',
        resources: { 'zh-CN': { translation: chinese }, en: { translation: english } },
        interpolation: { escapeValue: false },
        returnNull: false,
      })
      document.documentElement.lang = language
    },
    translate: ((path, values) => i18next.t(path as string, { ...values })) as Translate<T>,
    useWords: (): { t: Translate<T>; language: Language } => {
      const { t, i18n } = useTranslation()
      return {
        t: (path, values) => t(path as string, { ...values }),
        language: i18n.language === 'en' ? 'en' : 'zh-CN',
      }
    },
  }
}

/** The words in the wanted language, or in Chinese where that one has not been written. */
export function inLanguage(
  words: string | { readonly 'zh-CN': string; readonly en?: string | undefined },
  language: Language,
): string {
  return typeof words === 'string' ? words : ((language === 'en' ? words.en : undefined) ?? words['zh-CN'])
}

/** The language chosen now; for code outside of components. */
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN')
