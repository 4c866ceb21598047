import { expect } from 'chai'
import { shopSchema } from '@kaidian/schemas'
import { checkAnswers, FIELD_KINDS, type FormField, type PublicForm } from '../../src/domain/index.ts'

const formOf = (...fields: FormField[]): PublicForm => ({ id: 'f', title: { 'zh-CN': '表' }, pages: [], fields })
const field = (kind: FormField['kind'], rest: Partial<FormField> = {}): FormField => ({
  id: 'x',
  kind,
  label: { 'zh-CN': '项' },
  ...rest,
})
const choices = ['a', 'b', 'c'].map((id) => ({ id, title: { 'zh-CN': id } }))
const upload = (nth: number): string => `upl_${'0'.repeat(19)}${nth}`

/** What is kept of an answer, or the code of its fault. */
function outcome(form: PublicForm, answer: unknown): unknown {
  const checked = checkAnswers(form, answer === undefined ? {} : { x: answer })
  return checked.ok ? checked.value['x'] : checked.faults.map(({ code }) => code).join()
}

describe('the kinds of fields', () => {
  it('are those of the language', () => {
    const kinds = shopSchema.$defs.Field.properties.kind.enum
    expect(Object.keys(FIELD_KINDS)).to.have.members([...kinds])
    for (const [name, { kind }] of Object.entries(FIELD_KINDS)) expect(kind).to.equal(name)
  })

  for (const [kind, rest, answer, kept] of [
    ['text', {}, '  hello ', 'hello'],
    ['text', {}, 5, 'WRONG_TYPE'],
    ['text', {}, 'a\nb', 'BAD_CHARACTER'],
    ['text', {}, 'a\u0000b', 'BAD_CHARACTER'],
    ['text', {}, 'abc\u202etxt', 'BAD_CHARACTER'],
    ['text', { maxLength: 2 }, '😀😀', '😀😀'],
    ['text', { maxLength: 2 }, '😀😀😀', 'TOO_LONG'],
    ['text', { minLength: 3 }, 'ab', 'TOO_SHORT'],
    ['text', {}, 'x'.repeat(201), 'TOO_LONG'],
    ['longText', {}, 'a\r\nb\rc', 'a\nb\nc'],
    ['longText', { maxLength: 200 }, '字'.repeat(200), '字'.repeat(200)],
    ['longText', { maxLength: 200 }, '字'.repeat(201), 'TOO_LONG'],
    ['personName', {}, ' 王小明 ', '王小明'],
    ['personName', { maxLength: 2 }, '王小明', 'TOO_LONG'],
    ['number', { min: 1, max: 3 }, 2.5, 2.5],
    ['number', { integer: true }, 2.5, 'NOT_INTEGER'],
    ['number', { min: 1 }, 0, 'TOO_SMALL'],
    ['number', { max: 3 }, 4, 'TOO_LARGE'],
    ['number', {}, '2', 'WRONG_TYPE'],
    ['number', {}, Infinity, 'WRONG_TYPE'],
    ['choice', { choices }, 'b', 'b'],
    ['choice', { choices }, 'z', 'NOT_A_CHOICE'],
    ['choice', { choices }, 'toString', 'NOT_A_CHOICE'],
    ['choice', { choices }, 1, 'WRONG_TYPE'],
    ['several', { choices }, ['c', 'a'], ['a', 'c']],
    ['several', { choices }, ['a', 'a'], 'DUPLICATE'],
    ['several', { choices }, ['a', 'z'], 'NOT_A_CHOICE'],
    ['several', { choices, min: 2 }, ['a'], 'TOO_FEW'],
    ['several', { choices, max: 1 }, ['a', 'b'], 'TOO_MANY'],
    ['several', { choices }, 'a', 'WRONG_TYPE'],
    ['date', {}, '2024-02-29', '2024-02-29'],
    ['date', {}, '2026-02-29', 'BAD_DATE'],
    ['date', {}, '2026-2-9', 'BAD_DATE'],
    ['date', { from: '2026-01-01' }, '2025-12-31', 'TOO_EARLY'],
    ['date', { to: '2026-01-01' }, '2026-01-02', 'TOO_LATE'],
    ['time', {}, '09:30', '09:30'],
    ['time', {}, '24:00', 'BAD_TIME'],
    ['phone', {}, '13812345678', '13812345678'],
    ['phone', {}, '+86 138-1234-5678', '13812345678'],
    ['phone', {}, '008613812345678', '13812345678'],
    ['phone', {}, '12812345678', 'BAD_PHONE'],
    ['phone', {}, '1381234567', 'BAD_PHONE'],
    ['phone', {}, 13812345678, 'WRONG_TYPE'],
    ['rating', {}, 5, 5],
    ['rating', {}, 6, 'BAD_RATING'],
    ['rating', { max: 10 }, 10, 10],
    ['rating', {}, 0, 'BAD_RATING'],
    ['consent', {}, false, false],
    ['consent', { required: true }, false, 'CONSENT_REQUIRED'],
    ['consent', { required: true }, true, true],
    ['consent', { required: true }, undefined, 'CONSENT_REQUIRED'],
    ['consent', {}, 'yes', 'WRONG_TYPE'],
    ['note', {}, 'x', 'UNKNOWN_FIELD'],
    [
      'idDocument',
      {},
      { type: 'idCard', number: '11010519491231002x' },
      { type: 'idCard', number: '11010519491231002X' },
    ],
    [
      'idDocument',
      {},
      { type: 'idCard', number: ' 440524 18800101 0014 ' },
      { type: 'idCard', number: '440524188001010014' },
    ],
    ['idDocument', {}, { type: 'idCard', number: '110105194912310021' }, 'BAD_ID_CHECK_DIGIT'],
    ['idDocument', {}, { type: 'idCard', number: '11010519491231003X' }, 'BAD_ID_CHECK_DIGIT'],
    ['idDocument', {}, { type: 'idCard', number: '990101199003073013' }, 'BAD_ID_REGION'],
    ['idDocument', {}, { type: 'idCard', number: '110101199002313018' }, 'BAD_ID_BIRTH_DATE'],
    ['idDocument', {}, { type: 'idCard', number: '110105491231002' }, 'BAD_ID_NUMBER'],
    ['idDocument', {}, { type: 'idCard', number: 'X1010519491231002' }, 'BAD_ID_NUMBER'],
    ['idDocument', {}, { type: 'passport', number: 'ea1234567' }, { type: 'passport', number: 'EA1234567' }],
    ['idDocument', {}, { type: 'passport', number: 'E123-4567' }, 'BAD_PASSPORT'],
    ['idDocument', {}, { type: 'passport', number: 'ABCDEFGH' }, 'BAD_PASSPORT'],
    ['idDocument', {}, { type: 'passport', number: 'E123456789' }, 'BAD_PASSPORT'],
    ['idDocument', {}, { type: 'hkMacaoTaiwan', number: 'H12345678' }, { type: 'hkMacaoTaiwan', number: 'H12345678' }],
    [
      'idDocument',
      {},
      { type: 'hkMacaoTaiwan', number: 'm1234567801' },
      { type: 'hkMacaoTaiwan', number: 'M1234567801' },
    ],
    ['idDocument', {}, { type: 'hkMacaoTaiwan', number: '12345678' }, { type: 'hkMacaoTaiwan', number: '12345678' }],
    ['idDocument', {}, { type: 'hkMacaoTaiwan', number: 'CA1234567' }, { type: 'hkMacaoTaiwan', number: 'CA1234567' }],
    ['idDocument', {}, { type: 'hkMacaoTaiwan', number: 'H1234567' }, 'BAD_PERMIT'],
    ['idDocument', { types: ['idCard'] }, { type: 'passport', number: 'E12345678' }, 'DOCUMENT_NOT_ACCEPTED'],
    ['idDocument', {}, { type: 'driving', number: 'E12345678' }, 'DOCUMENT_NOT_ACCEPTED'],
    ['idDocument', {}, { number: 'E12345678' }, 'DOCUMENT_NOT_ACCEPTED'],
    ['idDocument', {}, '11010519491231002X', 'WRONG_TYPE'],
    ['idDocument', {}, { type: 'idCard', number: '' }, undefined],
    ['idDocument', { required: true }, { type: 'idCard', number: ' ' }, 'REQUIRED'],
    ['address', {}, ' 人民路 1 号 ', '人民路 1 号'],
    ['address', {}, '字'.repeat(201), 'TOO_LONG'],
    [
      'region',
      {},
      { province: '广东省', city: '深圳市', district: '南山区' },
      { province: '广东省', city: '深圳市', district: '南山区' },
    ],
    ['region', {}, { province: '广东省', city: '深圳市' }, 'INCOMPLETE'],
    ['region', {}, { province: '广东省', city: '东莞市' }, { province: '广东省', city: '东莞市' }],
    ['region', {}, { province: '台湾省' }, { province: '台湾省' }],
    [
      'region',
      { level: 'city' },
      { province: '广东省', city: '深圳市', district: '南山区' },
      { province: '广东省', city: '深圳市' },
    ],
    ['region', { level: 'province' }, { province: '广东省' }, { province: '广东省' }],
    ['region', {}, { province: ['广东省'], city: '深圳市' }, 'WRONG_TYPE'],
    ['region', {}, '广东省', 'WRONG_TYPE'],
    ['region', { required: true }, { province: '', city: '' }, 'REQUIRED'],
    ['file', {}, [upload(1)], [upload(1)]],
    ['file', {}, [upload(1), upload(2)], 'TOO_MANY'],
    ['image', { maxCount: 3 }, [upload(1), upload(2), upload(3)], [upload(1), upload(2), upload(3)]],
    ['image', { maxCount: 3 }, [upload(1), upload(2), upload(3), upload(4)], 'TOO_MANY'],
    ['image', { maxCount: 3, min: 2 }, [upload(1)], 'TOO_FEW'],
    ['image', { maxCount: 3 }, [upload(1), upload(1)], 'DUPLICATE'],
    ['image', {}, ['../../etc/passwd'], 'BAD_UPLOAD'],
    ['image', {}, upload(1), 'WRONG_TYPE'],
    ['image', { required: true }, [], 'REQUIRED'],
    ['signature', {}, upload(1), upload(1)],
    ['signature', {}, 'data:text/html;base64,AAAA', 'BAD_UPLOAD'],
    ['signature', {}, [upload(1)], 'WRONG_TYPE'],
    ['computed', { compute: { kind: 'count', of: 'x' } }, 7, 0],
    ['computed', {}, 7, undefined],
    ['group', { fields: [field('text')] }, [{ x: ' a ' }, {}], [{ x: 'a' }, {}]],
    ['group', { fields: [field('text')], max: 1 }, [{}, {}], 'TOO_MANY'],
    ['group', { fields: [field('text')], min: 2 }, [{}], 'TOO_FEW'],
    ['group', { fields: [field('text')], min: 1 }, undefined, 'REQUIRED'],
    ['group', { fields: [field('text')] }, Array.from({ length: 21 }, () => ({})), 'TOO_MANY'],
    ['group', { fields: [field('text')] }, ['a'], 'WRONG_TYPE'],
    ['group', { fields: [field('text')] }, { x: 'a' }, 'WRONG_TYPE'],
    ['text', { pattern: '[A-Z]{2}\\d{3}' }, 'AB123', 'AB123'],
    ['text', { pattern: '[A-Z]{2}\\d{3}' }, 'xAB123', 'PATTERN'],
    ['text', { pattern: '(a+)+b' }, 'whatever', 'whatever'],
    ['text', { required: true }, '   ', 'REQUIRED'],
    ['text', { required: true }, null, 'REQUIRED'],
    ['several', { required: true, choices }, [], 'REQUIRED'],
    ['text', {}, '', undefined],
  ] as const satisfies readonly (readonly [FormField['kind'], Partial<FormField>, unknown, unknown])[])
    it(`${kind} ${JSON.stringify(rest).slice(0, 60)} keeps ${JSON.stringify(answer)?.slice(0, 60)} as ${JSON.stringify(kept)?.slice(0, 40)}`, () =>
      expect(outcome(formOf(field(kind, rest)), answer)).to.deep.equal(kept))

  it('say what a merchant wants said where a pattern does not match', () => {
    const patternMessage = { 'zh-CN': '工号是两个字母加三个数字' }
    const checked = checkAnswers(formOf(field('text', { pattern: '[A-Z]{2}\\d{3}', patternMessage })), { x: 'A1' })
    expect(!checked.ok && checked.faults).to.deep.equal([{ field: 'x', code: 'PATTERN', message: patternMessage }])
  })
})
