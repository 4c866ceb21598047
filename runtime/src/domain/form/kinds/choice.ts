import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** The id of one of the choices. */
export const choice: FieldKind = {
  kind: 'choice',
  asks: true,
  check: (answer, { choices = [] }) => {
    if (typeof answer !== 'string') return wrongType('一个选项', 'one of the choices')
    return choices.some(({ id }) => id === answer)
      ? kept(answer)
      : fault('NOT_A_CHOICE', '请从选项里选', 'Pick one of the choices')
  },
}
