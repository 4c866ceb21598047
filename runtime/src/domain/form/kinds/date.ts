import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

const isDay = (text: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])))
  return (
    date.getUTCMonth() === Number(parts[2]) - 1 && date.getUTCDate() === Number(parts[3]) && Number(parts[1]) >= 1000
  )
}

/** A day of the calendar, `2026-12-02`, within `from` and `to` (both included). */
export const date: FieldKind = {
  kind: 'date',
  asks: true,
  check: (answer, { from, to }) => {
    if (typeof answer !== 'string') return wrongType('日期', 'a date')
    if (!isDay(answer))
      return fault('BAD_DATE', '要填真实的日期，如 2026-12-02', 'Must be a real date such as 2026-12-02')
    if (from !== undefined && answer < from) return fault('TOO_EARLY', `不能早于 ${from}`, `Must not be before ${from}`)
    if (to !== undefined && answer > to) return fault('TOO_LATE', `不能晚于 ${to}`, `Must not be after ${to}`)
    return kept(answer)
  },
}
