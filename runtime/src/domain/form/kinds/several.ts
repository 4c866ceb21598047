import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** Ids of choices, from `min` to `max` of them; kept in the order of the choices. */
export const several: FieldKind = {
  kind: 'several',
  asks: true,
  check: (answer, { choices = [], min, max }) => {
    if (!Array.isArray(answer)) return wrongType('选项的列表', 'a list of choices')
    const picked = answer as readonly unknown[]
    const known = choices.map(({ id }) => id).filter((id) => picked.indexOf(id) >= 0)
    if (picked.some((id) => typeof id !== 'string' || known.indexOf(id) < 0))
      return fault('NOT_A_CHOICE', '请从选项里选', 'Pick from the choices')
    if (known.length !== picked.length) return fault('DUPLICATE', '同一项选了两次', 'One choice is picked twice')
    if (min !== undefined && known.length < min) return fault('TOO_FEW', `至少选 ${min} 项`, `Pick at least ${min}`)
    if (max !== undefined && known.length > max) return fault('TOO_MANY', `最多选 ${max} 项`, `Pick at most ${max}`)
    return kept(known)
  },
}
