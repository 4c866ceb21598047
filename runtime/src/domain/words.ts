import type { Text } from '@kaidian/schemas'
import type { Words } from './booking.ts'

/** A text of the description as words; one string alone counts as Chinese. */
export const words = (text: Text): Words => (typeof text === 'string' ? { 'zh-CN': text } : text)

export const wordsOrNull = (text: Text | undefined): Words | null => (text === undefined ? null : words(text))

/** A sentence in both languages, made by the one who knows the values. */
export const both = (zh: string, en: string): Required<Words> => ({ 'zh-CN': zh, en })

/** Words in one language, Chinese where the other is missing. */
export const say = (text: Words, locale: 'zh-CN' | 'en'): string => text[locale] ?? text['zh-CN']

/** Words that hold words: the pattern is filled in for each language. */
export const compose = (make: (locale: 'zh-CN' | 'en') => string): Required<Words> => both(make('zh-CN'), make('en'))

/** 1440 → `1 天`, `1 day`; 90 → `90 分钟`; 120 → `2 小时`. The largest unit that leaves no rest. */
export function duration(minutes: number): Required<Words> {
  const many = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (minutes > 1440 && minutes % 1440 === 0) return both(`${minutes / 1440} 天`, many(minutes / 1440, 'day'))
  if (minutes > 0 && minutes % 60 === 0) return both(`${minutes / 60} 小时`, many(minutes / 60, 'hour'))
  return both(`${minutes} 分钟`, many(minutes, 'minute'))
}

/** Basis points as a percentage without needless zeros: 3000 → `30%`, 1250 → `12.5%`. */
export const percent = (rate: number): string => `${rate / 100}%`
