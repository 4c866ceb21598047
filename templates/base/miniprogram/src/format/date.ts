import type { Locale } from '@/i18n'

const DAY_MS = 86_400_000
const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
/** The order of the shop's opening hours. */
export const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

// Days are calculated at midnight UTC: a wall-clock day has no offset that could move it.
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)
const two = (n: number): string => String(n).padStart(2, '0')

export const addDays = (day: string, n: number): string =>
  new Date(midnight(day).getTime() + n * DAY_MS).toISOString().slice(0, 10)

/** 0 (Sunday) to 6. */
export const weekdayOf = (day: string): number => midnight(day).getUTCDay()

export const weekdayName = (day: string, locale: Locale): string => WEEKDAYS[locale][weekdayOf(day)] ?? ''

/** `mon` → `周一`. */
export const weekdayWord = (id: string, locale: Locale): string =>
  WEEKDAYS[locale][WEEK.indexOf(id as (typeof WEEK)[number])] ?? id

const MONDAY_FIRST = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `['mon', 'wed', 'thu', 'fri']` → `周一、周三至周五` / `Mon, Wed–Fri`. */
export const weekdaysTitle = (ids: readonly string[], locale: Locale): string => {
  const runs: string[][] = []
  for (const id of MONDAY_FIRST.filter((each) => ids.includes(each))) {
    const run = runs[runs.length - 1]
    if (run && MONDAY_FIRST.indexOf(run[run.length - 1] ?? '') === MONDAY_FIRST.indexOf(id) - 1) run.push(id)
    else runs.push([id])
  }
  const word = (id: string | undefined) => weekdayWord(id ?? '', locale)
  return runs
    .map((run) =>
      run.length > 2
        ? `${word(run[0])}${locale === 'en' ? '–' : '至'}${word(run[run.length - 1])}`
        : run.map(word).join(locale === 'en' ? ', ' : '、'),
    )
    .join(locale === 'en' ? ', ' : '、')
}

export const dayOfMonth = (day: string): number => Number(day.slice(8, 10))

/** `2026-12` of a day. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** `2026年12月` or `Dec 2026`. */
export const monthTitle = (month: string, locale: Locale): string => {
  const year = month.slice(0, 4)
  const number = Number(month.slice(5, 7))
  return locale === 'en' ? `${MONTHS[number - 1] ?? ''} ${year}` : `${year}年${number}月`
}

/** `2027-03-06` → `3月` / `Mar`. */
export const monthName = (day: string, locale: Locale): string => {
  const number = Number(day.slice(5, 7))
  return locale === 'en' ? (MONTHS[number - 1] ?? '') : `${number}月`
}

/** `2027-12` and 1 → `2028-01`. */
export const addMonths = (month: string, n: number): string => {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + n
  return `${Math.floor(total / 12)}-${two((total % 12) + 1)}`
}

/** Every day of `2027-03`. */
export const daysOfMonth = (month: string): string[] =>
  Array.from({ length: 31 }, (_, at) => addDays(`${month}-01`, at)).filter((day) => monthOf(day) === month)

/** `12月2日 周三` or `Wed 2 Dec`. */
export const dayTitle = (day: string, locale: Locale): string => {
  const month = Number(day.slice(5, 7))
  return locale === 'en'
    ? `${weekdayName(day, locale)} ${dayOfMonth(day)} ${MONTHS[month - 1] ?? ''}`
    : `${month}月${dayOfMonth(day)}日 ${weekdayName(day, locale)}`
}

/** As `dayTitle`, with the year where it is another than that of `today`. */
export const farDayTitle = (day: string, today: string, locale: Locale): string => {
  const year = day.slice(0, 4)
  if (year === today.slice(0, 4)) return dayTitle(day, locale)
  return locale === 'en' ? `${dayTitle(day, locale)} ${year}` : `${year}年${dayTitle(day, locale)}`
}

/** `14:30` and 60 minutes → `15:30`; past midnight it begins again. */
export const addMinutes = (time: string, minutes: number): string => {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes
  return `${two(Math.floor(total / 60) % 24)}:${two(total % 60)}`
}

interface Wall {
  readonly day: string
  readonly time: string
}

/**
 * The wall clock of `zone` at `instant`. Mini-programs on older phones have no time zones in Intl; there the offset of
 * China is taken. Only labels depend on it: what is booked is always the start the server gave.
 */
export const wallOf = (instant: Date, zone: string): Wall => {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(instant)
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
    const day = `${part('year')}-${part('month')}-${part('day')}`
    if (/^\d{4}-\d\d-\d\d$/.test(day)) return { day, time: `${part('hour')}:${part('minute')}` }
  } catch {
    // no zone data here: fall through
  }
  const shifted = new Date(instant.getTime() + 8 * 3_600_000).toISOString()
  return { day: shifted.slice(0, 10), time: shifted.slice(11, 16) }
}

/** `90` → `1 小时 30 分钟` / `1 h 30 min`. */
export const minutesTitle = (minutes: number, locale: Locale): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const [h, m] = locale === 'en' ? ['h', 'min'] : ['小时', '分钟']
  if (hours === 0 || minutes <= 90) return `${minutes} ${m}`
  return rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${m}`
}

const HOUR = 60
const hours = (minutes: number): string => String(minutes / HOUR)

/** A length one chooses, in hours where they are whole or half: `150` → `2.5 小时` / `2.5 h`. */
export const lengthTitle = (minutes: number, locale: Locale): string =>
  minutes < HOUR || minutes % (HOUR / 2) !== 0
    ? minutesTitle(minutes, locale)
    : `${hours(minutes)} ${locale === 'en' ? 'h' : '小时'}`

/** `1–3 小时`, `30 分钟 – 2 小时`. */
export const lengthsTitle = (from: number, to: number, locale: Locale): string =>
  from < HOUR || from % (HOUR / 2) !== 0
    ? `${minutesTitle(from, locale)} – ${lengthTitle(to, locale)}`
    : `${hours(from)}–${lengthTitle(to, locale)}`

/** Seconds → `12:05`. */
export const clockFace = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`

interface When {
  readonly day: string | null
  readonly time: string | null
  readonly endTime?: string | null
}

/** `12月2日 周三 14:00–15:00`; nothing of what has no date. */
export const whenTitle = ({ day, time, endTime }: When, locale: Locale): string =>
  [day && dayTitle(day, locale), time && endTime ? `${time}–${endTime}` : time].filter(Boolean).join(' ')
