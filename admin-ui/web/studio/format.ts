import type { Language } from '../common/i18n.ts'

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** `3 分钟前`, `3 minutes ago`; under a minute `刚刚`, `just now`. */
export function agoOf(instant: string, now: number, language: Language): string {
  const seconds = Math.round((now - Date.parse(instant)) / 1000)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, size] of UNITS) if (seconds >= size) return relative.format(-Math.floor(seconds / size), unit)
  return language === 'en' ? 'just now' : '刚刚'
}

export const momentOf = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))

/** `1.2 MB` */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
