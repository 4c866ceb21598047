import { fault, type FieldKind, isRecord, kept, wrongType } from '../field-kind.ts'
import { type IdCardFault, readIdCard } from '../id-card.ts'

type DocumentType = 'idCard' | 'passport' | 'hkMacaoTaiwan'

const TYPES: readonly DocumentType[] = ['idCard', 'passport', 'hkMacaoTaiwan']

const ID_CARD_FAULTS: { readonly [part in IdCardFault]: readonly [code: string, zh: string, en: string] } = {
  format: ['BAD_ID_NUMBER', '身份证号是 18 位，最后一位可以是 X', 'An ID card number has 18 digits, the last may be X'],
  region: ['BAD_ID_REGION', '身份证号开头的地区不对，请检查', 'No region has the first digits of this ID card number'],
  birthDate: [
    'BAD_ID_BIRTH_DATE',
    '身份证号里的出生日期不存在，请检查',
    'There is no such birth date in an ID card number',
  ],
  checkDigit: [
    'BAD_ID_CHECK_DIGIT',
    '身份证号校验不通过，请检查每一位',
    'The check digit does not fit this ID card number',
  ],
}

/** ICAO 9303: up to nine letters and digits. */
const PASSPORT = /^(?=.*\d)[A-Z0-9]{5,9}$/

/**
 * Permits of residents of Hong Kong and Macao (H or M and 8 or 10 digits), of Taiwan (8 or 10 digits), and of residents of
 * the mainland to go there (C, W, L or T, a letter or digit, 7 digits).
 */
const PERMIT = /^(?:[HM]\d{8}(?:\d{2})?|\d{8}(?:\d{2})?|[CWLT][A-Z0-9]\d{7})$/

/** `{ type, number }` of an identity document, the number in capitals and without spaces. */
export const idDocument: FieldKind = {
  kind: 'idDocument',
  asks: true,
  isEmpty: (answer) =>
    isRecord(answer) &&
    (answer.number === undefined ||
      answer.number === null ||
      (typeof answer.number === 'string' && answer.number.trim() === '')),
  check: (answer, { types = TYPES }) => {
    if (!isRecord(answer) || typeof answer.number !== 'string')
      return wrongType('证件类型和号码', 'a document and its number')
    const type = TYPES.filter((one) => one === answer.type)[0]
    if (type === undefined || types.indexOf(type) < 0)
      return fault('DOCUMENT_NOT_ACCEPTED', '这里不能用这种证件', 'This kind of document is not accepted here')
    const number = answer.number.replace(/\s/g, '').toUpperCase()
    if (type === 'idCard') {
      const card = readIdCard(number)
      return typeof card === 'string' ? fault(...ID_CARD_FAULTS[card]) : kept({ type, number })
    }
    if (!(type === 'passport' ? PASSPORT : PERMIT).test(number))
      return type === 'passport'
        ? fault('BAD_PASSPORT', '护照号是 5 到 9 位字母和数字', 'A passport number has 5 to 9 letters and digits')
        : fault('BAD_PERMIT', '通行证号码不对，请检查', 'The number of the travel permit is not right')
    return kept({ type, number })
  },
}
