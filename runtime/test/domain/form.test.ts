import { expect } from 'chai'
import {
  checkAnswers,
  type FormContext,
  type FormField,
  pagesOf,
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
const choicesOf = (...ids: string[]) => ids.map((id) => ({ id, title: { 'zh-CN': id } }))
const choices = choicesOf('a', 'b', 'c')

/** What is kept, or `field CODE` of each fault. */
function outcome(form: PublicForm, answers: unknown, context?: FormContext): unknown {
  const checked = checkAnswers(form, answers, context)
  return checked.ok ? checked.value : checked.faults.map((fault) => `${fault.field} ${fault.code}`)
}

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
})

describe('conditions of a form', () => {
  const shown = (fact: string, value: string | number, context: FormContext, answers = {}): boolean =>
    visibleFields(
      formOf(
        field('idDocument', { id: 'doc' }),
        field('region', { id: 'home' }),
        field('group', { id: 'pets', fields: [field('text', { id: 'name' })] }),
        field('note', { visibleWhen: { fact, op: 'eq', value } }),
      ),
      answers,
      context,
    ).some(({ id }) => id === 'x')

  const doc = { type: 'idCard', number: '11010519491231002X' }
  for (const [fact, value, context, answers] of [
    ['service.id', 'run', { service: 'run' }, {}],
    ['offering.id', 'full', { offering: 'full' }, {}],
    ['booking.people', 3, { people: 3 }, {}],
    ['order.invoice', 'company', { order: { invoice: 'company' } }, {}],
    ['order.home.province', '上海市', { order: { home: { province: '上海市' } } }, {}],
    ['answer.doc.type', 'idCard', {}, { doc }],
    ['answer.home.city', '深圳市', {}, { home: { province: '广东省', city: '深圳市', district: '南山区' } }],
    ['answer.pets', 2, {}, { pets: [{ name: 'a' }, {}] }],
    ['participant.age', 77, { ageOn: '2027-04-18' }, { doc }],
  ] as const)
    it(`know ${fact}`, () => {
      expect(shown(fact, value, context, answers)).to.equal(true)
      expect(shown(fact, value, {}, {})).to.equal(false)
    })
})

describe('a document in a form', () => {
  const runner = formOf(
    field('date', { id: 'birth', readFrom: 'doc', birthDate: true }),
    field('choice', { id: 'sex', choices: choicesOf('female', 'male'), readFrom: 'doc' }),
    field('text', { id: 'guardian', required: true, visibleWhen: { fact: 'participant.age', op: 'lt', value: 18 } }),
    field('idDocument', { id: 'doc', required: true }),
  )
  const race = { ageOn: '2027-04-18' }

  it('tells birth date and sex, whatever was typed and wherever it stands', () => {
    const doc = { type: 'idCard', number: '11010519491231002X' }
    expect(outcome(runner, { doc, birth: '2001-01-01', sex: 'male' }, race)).to.deep.equal({
      birth: '1949-12-31',
      sex: 'female',
      doc,
    })
  })

  it('leaves what was typed where it is not an ID card', () => {
    const doc = { type: 'passport', number: 'E12345678' }
    expect(outcome(runner, { doc, birth: '2001-01-01', sex: 'male' }, race)).to.deep.equal({
      birth: '2001-01-01',
      sex: 'male',
      doc,
    })
  })

  it('shows what is asked of the young', () => {
    const of = (number: string) => ({ doc: { type: 'idCard', number } })
    expect(outcome(runner, of('310104200910200037'), race)).to.deep.equal(['guardian REQUIRED'])
    expect(outcome(runner, of('11010519491231002X'), race)).to.have.property('birth', '1949-12-31')
    expect(outcome(runner, of('310104200910200034'), race)).to.deep.equal(['doc BAD_ID_CHECK_DIGIT'])
  })
})

describe('defaults', () => {
  const form = formOf(
    field('choice', { id: 'size', choices, default: 'b' }),
    field('text', { id: 'why', visibleWhen: { fact: 'answer.size', op: 'eq', value: 'b' } }),
    field('consent', { id: 'photo', default: true }),
    field('number', { id: 'wrong', max: 3, default: 4 }),
  )

  it('stand where nothing was answered, and count for conditions', () => {
    expect(outcome(form, { why: 'so' })).to.deep.equal({ size: 'b', why: 'so' })
    expect(outcome(form, { size: 'a', why: 'so' })).to.deep.equal({ size: 'a' })
  })

  it('do not come back once they are taken out', () => {
    expect(outcome(form, { size: '' })).to.deep.equal({ size: null })
    expect(outcome(form, { size: null })).to.deep.equal({ size: null })
    expect(outcome(formOf(field('text', { required: true, default: 'a' })), { x: '' })).to.deep.equal(['x REQUIRED'])
  })
})

describe('a group of fields', () => {
  const pets = formOf(
    field('text', { id: 'city', default: '上海' }),
    field('group', {
      id: 'pets',
      visibleWhen: { fact: 'answer.city', op: 'ne', value: 'none' },
      max: 3,
      fields: [
        field('text', { id: 'name', required: true }),
        field('choice', { id: 'kind', choices: choicesOf('cat', 'dog') }),
        field('text', { id: 'leash', visibleWhen: { fact: 'answer.kind', op: 'eq', value: 'dog' }, required: true }),
        field('text', { id: 'permit', visibleWhen: { fact: 'answer.city', op: 'eq', value: '上海' } }),
        field('number', { id: 'food' }),
        field('computed', { id: 'week', compute: { kind: 'product', of: ['food', 'days'] } }),
      ],
    }),
    field('number', { id: 'days' }),
    field('computed', { id: 'many', compute: { kind: 'count', of: 'pets' } }),
  )

  it('is looked at one by one, with conditions of its own', () => {
    expect(
      outcome(pets, {
        days: 7,
        pets: [
          { name: ' Mimi ', kind: 'cat', leash: 'red', permit: '1', food: 0.1 },
          { name: 'Rex', kind: 'dog', leash: 'blue' },
        ],
      }),
    ).to.deep.equal({
      city: '上海',
      days: 7,
      pets: [
        { name: 'Mimi', kind: 'cat', permit: '1', food: 0.1, week: 0.7 },
        { name: 'Rex', kind: 'dog', leash: 'blue' },
      ],
      many: 2,
    })
  })

  it('names what is wrong by its place', () => {
    expect(outcome(pets, { pets: [{ name: 'Mimi' }, { kind: 'dog', colour: 'red' }, 'Rex'] })).to.deep.equal([
      'pets.1.name REQUIRED',
      'pets.1.leash REQUIRED',
      'pets.1.colour UNKNOWN_FIELD',
      'pets.2 WRONG_TYPE',
    ])
  })

  it('goes as a whole when it is hidden', () => {
    expect(outcome(pets, { city: 'none', pets: [{ kind: 'dog' }] })).to.deep.equal({ city: 'none', many: 0 })
  })

  it('may hold groups', () => {
    const inner = field('group', { id: 'toys', fields: [field('text', { id: 'name', required: true })] })
    const form = formOf(field('group', { id: 'pets', fields: [inner] }))
    expect(outcome(form, { pets: [{ toys: [{ name: 'ball' }, {}] }] })).to.deep.equal(['pets.0.toys.1.name REQUIRED'])
  })
})

describe('computed answers', () => {
  const sum = formOf(
    field('computed', { id: 'total', compute: { kind: 'sum', of: ['a', 'b'] }, max: 5 }),
    field('number', { id: 'a' }),
    field('number', { id: 'b' }),
    field('computed', { id: 'area', compute: { kind: 'product', of: ['a', 'b'] } }),
    field('date', { id: 'born' }),
    field('computed', { id: 'age', compute: { kind: 'age', of: 'born' } }),
    field('computed', { id: 'ageThen', compute: { kind: 'age', of: 'born', on: '2030-03-05' } }),
  )

  it('are made from the others, whatever was sent', () => {
    const given = { a: 0.1, b: 0.2, total: 99, born: '2021-03-06' }
    const made = { a: 0.1, b: 0.2, total: 0.3, area: 0.02, born: '2021-03-06', age: 6, ageThen: 8 }
    expect(outcome(sum, given, { ageOn: '2027-03-06' })).to.deep.equal(made)
  })

  it('are not there while something is missing, but a sum counts what there is', () => {
    expect(outcome(sum, { a: 2, born: '2021-03-07' })).to.deep.equal({
      a: 2,
      total: 2,
      born: '2021-03-07',
      ageThen: 8,
    })
    expect(outcome(sum, { total: 5 })).to.deep.equal({})
  })

  it('keep to their bounds', () => expect(outcome(sum, { a: 3, b: 3 })).to.deep.equal(['total TOO_LARGE']))
})

describe('the pages of a form', () => {
  const heading = { 'zh-CN': '其他' }
  const form: PublicForm = {
    ...formOf(
      field('text', { id: 'a' }),
      field('text', { id: 'b', page: 'two', section: heading, visibleWhen: { fact: 'answer.a', op: 'given' } }),
      field('text', { id: 'c' }),
      field('text', { id: 'd', page: 'one' }),
      field('text', { id: 'e', page: 'three', visibleWhen: { fact: 'answer.a', op: 'given' } }),
    ),
    pages: ['one', 'two', 'three'].map((id) => ({ id, title: { 'zh-CN': id } })),
  }
  const laidOut = (of: PublicForm, answers: Record<string, unknown>): unknown =>
    pagesOf(of, answers).map(({ id, sections }) => [
      id,
      ...sections.map(({ title, fields }) => [title?.['zh-CN'] ?? '', ...fields.map((one) => one.id)].join(' ')),
    ])

  it('hold the shown fields in order, a heading also where its first field is hidden', () => {
    expect(laidOut(form, {})).to.deep.equal([
      ['one', ' a d'],
      ['two', '其他 c'],
    ])
    expect(laidOut(form, { a: 'x' })).to.deep.equal([
      ['one', ' a d'],
      ['two', '其他 b c'],
      ['three', ' e'],
    ])
  })

  it('are one where the form names none', () =>
    expect(laidOut({ ...form, pages: [] }, {})).to.deep.equal([[null, ' a', '其他 c d']]))
})
