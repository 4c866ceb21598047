import { type FieldKind, kept, wrongType } from '../field-kind.ts'

/** A box to tick: true or false; where it is required only true will do, which the form decides. */
export const consent: FieldKind = {
  kind: 'consent',
  asks: true,
  check: (answer) => (typeof answer === 'boolean' ? kept(answer) : wrongType('同意或不同意', 'true or false')),
}
