import { idCardIn } from '../age.ts'
import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** The id of one of the choices; or the sex on the ID card in `readFrom`, where `male` and `female` are among them. */
export const choice: FieldKind = {
  kind: 'choice',
  asks: true,
  derive: ({ readFrom, choices = [] }, { answer }) => {
    const sex = readFrom === undefined ? undefined : idCardIn(answer(readFrom))?.sex
    return choices.some(({ id }) => id === sex) ? sex : undefined
  },
  check: (answer, { choices = [] }) => {
    if (typeof answer !== 'string') return wrongType('一个选项', 'one of the choices')
    return choices.some(({ id }) => id === answer)
      ? kept(answer)
      : fault('NOT_A_CHOICE', '请从选项里选', 'Pick one of the choices')
  },
}
