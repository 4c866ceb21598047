import { idCardIn } from '../age.ts'
import { isDay } from '../calendar.ts'
import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** A day of the calendar, `2026-12-02`, within `from` and `to` (both included); or the birth date on the ID card in `readFrom`. */
export const date: FieldKind = {
  kind: 'date',
  asks: true,
  derive: ({ readFrom }, { answer }) => (readFrom === undefined ? undefined : idCardIn(answer(readFrom))?.birthDate),
  check: (answer, { from, to }) => {
    if (typeof answer !== 'string') return wrongType('日期', 'a date')
    if (!isDay(answer))
      return fault('BAD_DATE', '要填真实的日期，如 2026-12-02', 'Must be a real date such as 2026-12-02')
    if (from !== undefined && answer < from) return fault('TOO_EARLY', `不能早于 ${from}`, `Must not be before ${from}`)
    if (to !== undefined && answer > to) return fault('TOO_LATE', `不能晚于 ${to}`, `Must not be after ${to}`)
    return kept(answer)
  },
}
