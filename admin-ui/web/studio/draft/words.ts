import type { Language } from '../../common/i18n.ts'
import { recordOf, stringOf } from './document.ts'

/** Both languages of a Text, whichever way it is written. */
export function bothOf(text: unknown): { zh: string; en: string } {
  if (typeof text === 'string') return { zh: text, en: '' }
  const record = recordOf(text)
  return { zh: stringOf(record['zh-CN']), en: stringOf(record['en']) }
}

/** As a Text: undefined when both are empty. */
export const textOf = (zh: string, en: string): unknown =>
  zh === '' && en === '' ? undefined : en === '' ? { 'zh-CN': zh } : { 'zh-CN': zh, en }

/** What to show of a Text; `fallback` where it says nothing. */
export function shownText(text: unknown, language: Language, fallback = ''): string {
  const { zh, en } = bothOf(text)
  return (language === 'en' ? en || zh : zh || en) || fallback
}
