import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { feeFacts, fieldFacts, firstValue, OPERATORS } from '../../web/studio/condition/facts.ts'
import { conditionOf, groupOf, pointerIn } from '../../web/studio/condition/shape.ts'
import { sentenceOf, vocabularyOf } from '../../web/studio/condition/vocabulary.ts'
import { valueAt, withValue } from '../../web/studio/draft/document.ts'
import { judge } from '../../web/studio/draft/judge.ts'

const salon: unknown = JSON.parse(
  readFileSync(new URL('../../../schemas/examples/salon.json', import.meta.url), 'utf8'),
)

describe('conditions in the editor', () => {
  const weekend = { fact: 'start.weekday', op: 'in', value: ['sat', 'sun'] }
  const first = { fact: 'customer.visits', op: 'eq', value: 0 }

  it('go into parts and back without a change', () => {
    for (const condition of [
      undefined,
      weekend,
      { not: weekend },
      { all: [weekend, first] },
      { any: [weekend, { all: [first, { not: weekend }] }] },
    ])
      expect(conditionOf(groupOf(condition))).to.deep.equal(condition)
  })

  it('know where in the description each part stands', () => {
    expect(pointerIn('/fees/0/when', { any: [weekend, first] }, 1)).to.equal('/fees/0/when/any/1')
    expect(pointerIn('/fees/0/when', { all: [weekend] }, 0)).to.equal('/fees/0/when/all/0')
    expect(pointerIn('/fees/0/when', weekend, 0)).to.equal('/fees/0/when')
  })

  it('are sound as each fact first offers them', () => {
    for (const [phase, rule] of [
      ['surcharge', '/fees/0'],
      ['discount', '/fees/1'],
    ] as const)
      for (const fact of feeFacts(salon, 'zh-CN', phase))
        for (const op of OPERATORS[fact.kind]) {
          const value = firstValue(fact, op)
          const when = value === undefined ? { fact: fact.name, op } : { fact: fact.name, op, value }
          const { problems } = judge(withValue(salon, `${rule}/when`, when))
          expect(problems, JSON.stringify(when)).to.deep.equal([])
        }
  })

  it('of a field look only at the fields before it', () => {
    expect(fieldFacts(salon, '/forms/0', 2, 'en').map(({ name }) => name)).to.deep.equal([
      'answer.name',
      'answer.phone',
    ])
  })

  it('read as sentences, and as nothing where they are none', () => {
    const vocabulary = vocabularyOf(salon)
    expect(sentenceOf(valueAt(salon, '/fees/0/when'), vocabulary, 'zh-CN')).to.contain('周六或周日')
    expect(sentenceOf(valueAt(salon, '/fees/0/when'), vocabulary, 'en')).to.contain('Saturday or Sunday')
    expect(sentenceOf('x', vocabulary, 'en')).to.equal(null)
    expect(sentenceOf(weekend, vocabularyOf(null), 'en')).to.be.a('string')
  })
})
