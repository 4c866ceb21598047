import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkAnswers,
  FIELD_KINDS,
  type FormContext,
  type FormField,
  type PublicForm,
  requiredFields,
  visibleFields,
} from '../../src/domain/index.ts'

const formOf = (...fields: FormField[]): PublicForm => ({ id: 'f', title: { 'zh-CN': '表' }, pages: [], fields })
const choicesOf = (...ids: string[]) => ids.map((id) => ({ id, title: { 'zh-CN': id } }))

describe('any answers to any form', () => {
  const kinds = Object.keys(FIELD_KINDS) as FormField['kind'][]
  const ids = ['f0', 'f1', 'f2', 'f3', 'f4']
  const condition = fc.record({
    fact: fc.constantFrom(...ids.map((id) => `answer.${id}`), 'participant.age'),
    op: fc.constantFrom('given', 'missing', 'eq', 'ne', 'gte'),
    value: fc.constantFrom('a', 2, true),
  })
  const parts = {
    kind: fc.constantFrom(...kinds),
    label: fc.constant({ 'zh-CN': '项' }),
    choices: fc.constant(choicesOf('a', 'b', 'male', 'female')),
  }
  const more = {
    required: fc.boolean(),
    visibleWhen: condition,
    requiredWhen: condition,
    readFrom: fc.constantFrom(...ids),
    birthDate: fc.boolean(),
    default: fc.constantFrom('a', 2, true, ['a'], '2020-02-29'),
    max: fc.constantFrom(1, 3),
    maxCount: fc.constantFrom(1, 2),
    pattern: fc.constantFrom('[a-z]', '(a+)+', '\\d+'),
    compute: fc.oneof(
      fc.record({ kind: fc.constantFrom('sum' as const, 'product' as const), of: fc.subarray(ids, { minLength: 1 }) }),
      fc.record({ kind: fc.constant('count' as const), of: fc.constantFrom(...ids) }),
      fc.record({ kind: fc.constant('age' as const), of: fc.constantFrom(...ids) }),
    ),
  }
  const named = (fields: readonly object[]): FormField[] =>
    fields.map((one, index) => ({ ...one, id: ids[index] }) as FormField)
  const simple = fc.array(fc.record({ ...parts, ...more }, { requiredKeys: ['kind', 'label', 'choices'] }), {
    maxLength: 3,
  })
  const forms = fc
    .array(
      fc.record({ ...parts, ...more, fields: simple.map(named) }, { requiredKeys: ['kind', 'label', 'choices'] }),
      { maxLength: 5 },
    )
    .map((fields) => formOf(...named(fields)))
  const answer = fc.constantFrom<unknown[]>(
    '13812345678',
    '2026-12-02',
    '2010-05-06',
    '09:30',
    'a',
    'male',
    '',
    ' b ',
    'toString',
    2,
    3.5,
    true,
    null,
    ['b', 'a'],
    [],
    ['upl_00000000000000000000'],
    'upl_00000000000000000000',
    { type: 'idCard', number: '11010519491231002x' },
    { type: 'passport', number: 'E12345678' },
    { type: 'idCard' },
    { province: '广东省', city: '深圳市', district: '南山区' },
    [{}],
    [{ f0: 'a', f1: 2 }, { f2: true }],
  )
  const answers = fc.dictionary(fc.constantFrom(...ids), fc.oneof({ weight: 6, arbitrary: answer }, fc.anything()))
  const contexts = fc.constantFrom<FormContext>({}, { ageOn: '2027-03-06', people: 2 })

  it('are kept again as they were kept', () => {
    let kept = 0
    fc.assert(
      fc.property(forms, answers, contexts, (form, given, context) => {
        const checked = checkAnswers(form, given, context)
        if (!checked.ok) return void expect(checked.faults).not.to.have.length(0)
        kept += 1
        expect(checkAnswers(form, checked.value, context)).to.deep.equal(checked)
      }),
      { numRuns: 5000 },
    )
    expect(kept).to.be.above(300)
  })

  it('name no fault outside the shown fields but unknown ones, and keep no answer of a hidden field', () => {
    fc.assert(
      fc.property(forms, answers, contexts, (form, given, context) => {
        const shown = visibleFields(form, given, context).map(({ id }) => id)
        const checked = checkAnswers(form, given, context)
        if (checked.ok) expect(shown).to.include.members(Object.keys(checked.value))
        else
          for (const { field: at, code } of checked.faults)
            if (code !== 'UNKNOWN_FIELD' || at.includes('.')) expect(shown).to.include(at.split('.')[0])
      }),
      { numRuns: 3000 },
    )
  })

  it('look the same to a client that sends what it has kept as to one that sends what was typed', () => {
    fc.assert(
      fc.property(forms, answers, contexts, (form, typed, context) => {
        const client = checkAnswers(form, JSON.parse(JSON.stringify(typed)), context)
        if (!client.ok) return
        const server = checkAnswers(JSON.parse(JSON.stringify(form)), JSON.parse(JSON.stringify(client.value)), context)
        expect(server).to.deep.equal(client)
        expect(requiredFields(form, client.value, context)).to.deep.equal(requiredFields(form, typed, context))
      }),
      { numRuns: 3000 },
    )
  })

  it('are looked at whatever they are', () => {
    fc.assert(fc.property(forms, fc.anything(), (form, given) => void checkAnswers(form, given)))
  })
})
