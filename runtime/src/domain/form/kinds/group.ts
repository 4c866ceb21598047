import { fault, type Fault, type FieldKind, isRecord, kept, wrongType } from '../field-kind.ts'

const placed = (index: number, { at, code, message }: Fault): Fault => ({
  at: at === undefined ? String(index) : `${index}.${at}`,
  code,
  message,
})

/** The same questions again and again: a list of answers to its fields, from `min` to `max` (20) of them. */
export const group: FieldKind = {
  kind: 'group',
  asks: true,
  check: (answer, { fields = [], min = 0, max = 20 }, around) => {
    if (!Array.isArray(answer)) return wrongType('一组或几组回答', 'a list of answers')
    if (answer.length > max) return fault('TOO_MANY', `最多 ${max} 组`, `At most ${max}`)
    if (answer.length < min) return fault('TOO_FEW', `至少 ${min} 组`, `At least ${min}`)
    const values: unknown[] = []
    const faults: Fault[] = []
    answer.forEach((item: unknown, index) => {
      const outcome = isRecord(item) ? around.within(fields, item) : wrongType('一组回答', 'an object of answers')
      if ('faults' in outcome) faults.push(...outcome.faults.map((one) => placed(index, one)))
      else values.push(outcome.value)
    })
    return faults.length > 0 ? { faults } : kept(values)
  },
}
