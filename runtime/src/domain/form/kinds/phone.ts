import { fault, type FieldKind, kept, wrongType } from '../field-kind.ts'

/** A mobile phone of the mainland, kept as its eleven digits; spaces, hyphens and +86 may be typed. */
export const phone: FieldKind = {
  kind: 'phone',
  asks: true,
  check: (answer) => {
    if (typeof answer !== 'string') return wrongType('手机号', 'a mobile number')
    const digits = answer.replace(/[\s-]/g, '').replace(/^(\+86|0086)/, '')
    return /^1[3-9]\d{9}$/.test(digits)
      ? kept(digits)
      : fault('BAD_PHONE', '要填 11 位大陆手机号', 'Must be an 11-digit mobile number of mainland China')
  },
}
