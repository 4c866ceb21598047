import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** A time of day, `09:30`. */
export const time: FieldKind = {
  kind: 'time',
  asks: true,
  check: (answer) => {
    if (typeof answer !== 'string') return wrongType('时刻', 'a time')
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(answer)
      ? kept(answer)
      : fault('BAD_TIME', '要填 09:30 这样的时刻', 'Must be a time such as 09:30')
  },
}
