import type { Language } from '../common/i18n.ts'

/** Minutes since midnight of a wall time: `14:30` → 870. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Wall time of minutes since midnight: 870 → `14:30`. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Fen with both decimals, for columns: 128050 → `¥1,280.50`, −2000 → `−¥20.00`. */
export function yuan(fen: number): string {
  const [whole = '0', cents = '00'] = (Math.abs(fen) / 100).toFixed(2).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '−' : ''}¥${grouped}.${cents}`
}

/** Fen for running text: whole yuan without decimals. */
export const yuanShort = (fen: number): string => yuan(fen).replace(/\.00$/, '')

/** Yuan as typed at the counter to fen, or null when it is no amount: `12.5` → 1250. */
export function fenOf(typed: string): number | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim().replace(/[¥,,\s]/g, ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`)

export function moveDay(day: string, days: number): string {
  const date = atNoon(day)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** A shop's day in words: `11月23日 周一`, `Mon, 23 Nov`. */
export function dayWords(day: string, language: Language): string {
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', ...options }).format(atNoon(day))
  return language === 'en'
    ? words({ weekday: 'short', day: 'numeric', month: 'short' })
    : `${words({ month: 'long', day: 'numeric' })} ${words({ weekday: 'short' })}`
}

/** A day with its year, for what lies far ahead: `2027年11月26日`, `26 Nov 2027`. */
export const dateWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(atNoon(day))

/** What the shop's clock shows at an instant. */
export function wallAt(instant: Date, zone: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** An instant in the shop's zone, in words: `11月23日 14:05`. */
export function instantWords(iso: string, zone: string, language: Language): string {
  const { day, time } = wallAt(new Date(iso), zone)
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    day: 'numeric',
    month: language === 'en' ? 'short' : 'long',
  }).format(atNoon(day))
  return `${date} ${time}`
}
