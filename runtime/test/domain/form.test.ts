import { expect } from 'chai'
import fc from 'fast-check'
import { shopSchema } from '@kaidian/schemas'
import {
  checkAnswers,
  FIELD_KINDS,
  type FormField,
  type PublicForm,
  requiredFields,
  visibleFields,
} from '../../src/domain/index.ts'

const formOf = (...fields: FormField[]): PublicForm => ({ id: 'f', title: { 'zh-CN': '表' }, pages: [], fields })
const field = (kind: FormField['kind'], rest: Partial<FormField> = {}): FormField => ({
  id: 'x',
  kind,
  label: { 'zh-CN': '项' },
  ...rest,
})
const choices = ['a', 'b', 'c'].map((id) => ({ id, title: { 'zh-CN': id } }))

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
    ['text', { required: true }, '   ', 'REQUIRED'],
    ['text', { required: true }, null, 'REQUIRED'],
    ['several', { required: true, choices }, [], 'REQUIRED'],
    ['text', {}, '', undefined],
  ] as const satisfies readonly (readonly [FormField['kind'], Partial<FormField>, unknown, unknown])[])
    it(`${kind} ${JSON.stringify(rest).slice(0, 40)} keeps ${JSON.stringify(answer)?.slice(0, 24)} as ${JSON.stringify(kept)?.slice(0, 24)}`, () =>
      expect(outcome(formOf(field(kind, rest)), answer)).to.deep.equal(kept))
})

describe('the answers of a form', () => {
  const allergy = formOf(
    {
      id: 'has',
      kind: 'choice',
      label: { 'zh-CN': '过敏' },
      choices: [
        { id: 'yes', title: { 'zh-CN': '有' } },
        { id: 'no', title: { 'zh-CN': '无' } },
      ],
      required: true,
    },
    {
      id: 'which',
      kind: 'text',
      label: { 'zh-CN': '哪种' },
      visibleWhen: { fact: 'answer.has', op: 'eq', value: 'yes' },
      required: true,
    },
    {
      id: 'since',
      kind: 'date',
      label: { 'zh-CN': '多久' },
      visibleWhen: { fact: 'answer.which', op: 'given' },
      requiredWhen: { fact: 'answer.which', op: 'eq', value: 'nuts' },
    },
  )

  it('lose what is hidden', () => {
    expect(checkAnswers(allergy, { has: 'no', which: 'nuts', since: 'nonsense' })).to.deep.equal({
      ok: true,
      value: { has: 'no' },
    })
  })

  it('are asked for where a condition says so', () => {
    const checked = checkAnswers(allergy, { has: 'yes' })
    expect(checked).to.have.property('ok', false)
    expect(!checked.ok && checked.faults.map((fault) => [fault.field, fault.code])).to.deep.equal([
      ['which', 'REQUIRED'],
    ])
    expect(requiredFields(allergy, { has: 'yes', which: 'nuts' })).to.deep.equal(['has', 'which', 'since'])
    expect(visibleFields(allergy, { has: 'no', which: 'nuts' }).map(({ id }) => id)).to.deep.equal(['has'])
  })

  it('name a field that the form does not have', () => {
    const checked = checkAnswers(allergy, { has: 'no', colour: 'red' })
    expect(!checked.ok && checked.faults.map((fault) => [fault.field, fault.code])).to.deep.equal([
      ['colour', 'UNKNOWN_FIELD'],
    ])
  })

  it('tell every fault, in the order of the fields', () => {
    const form = formOf(
      field('text', { id: 'a', required: true }),
      field('phone', { id: 'b', required: true }),
      field('number', { id: 'c', required: true }),
    )
    const checked = checkAnswers(form, { z: 1, b: 'x', c: 'y' })
    expect(!checked.ok && checked.faults.map((fault) => [fault.field, fault.code])).to.deep.equal([
      ['a', 'REQUIRED'],
      ['b', 'BAD_PHONE'],
      ['c', 'WRONG_TYPE'],
      ['z', 'UNKNOWN_FIELD'],
    ])
  })

  it('do not take what every object has for an answer', () => {
    expect(checkAnswers(formOf(field('text', { id: 'constructor' })), {})).to.deep.equal({ ok: true, value: {} })
    const hidden = formOf(field('text', { visibleWhen: { fact: 'answer.toString', op: 'given' } }))
    expect(visibleFields(hidden, {})).to.deep.equal([])
    expect(checkAnswers(formOf(field('text')), JSON.parse('{"__proto__": {"x": "y"}}'))).to.have.property('ok', false)
  })

  it('are looked at whatever they are; what is kept is kept again unchanged', () => {
    const form = formOf(
      ...Object.keys(FIELD_KINDS).map((kind) => field(kind as FormField['kind'], { id: kind, choices })),
    )
    const answers = fc.dictionary(
      fc.constantFrom(...Object.keys(FIELD_KINDS)),
      fc.oneof(fc.anything(), fc.constantFrom('13812345678', '2026-12-02', '09:30', 'a', ['b', 'a'], true, 3)),
    )
    fc.assert(
      fc.property(fc.oneof(answers, fc.anything()), (given) => {
        const checked = checkAnswers(form, given)
        if (checked.ok) expect(checkAnswers(form, checked.value)).to.deep.equal(checked)
        else expect(checked.faults).not.to.have.length(0)
      }),
    )
  })
})
