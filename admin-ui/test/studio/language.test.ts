import { expect } from 'chai'
import { examples } from '../../server/examples.ts'
import { listOf, recordOf, valueAt, withInserted, withValue } from '../../web/studio/draft/document.ts'
import { judge } from '../../web/studio/draft/judge.ts'
import { withPhase } from '../../web/studio/fees/phases.ts'
import { freshEntry, freshObject } from '../../web/studio/schema/fresh.ts'
import { branchesOf, hintOf, kindOf, partAt, partOf, titleOf, type Schema } from '../../web/studio/schema/language.ts'
import { hasWords } from '../../web/studio/schema/values.ts'
import { repetitionOf, rruleOf } from '../../web/studio/series/rrule.ts'
import { withMode } from '../../web/studio/services/with-mode.ts'

const SHOPS = new Map((await examples()).map(({ id, description }) => [id, description as unknown]))
const shop = (id: string): unknown => SHOPS.get(id)
const problemsOf = (document: unknown) => judge(document).problems.map(({ pointer, code }) => `${pointer} ${code}`)

/** Every property of the language with its place, indexes written 0; definitions that hold themselves are entered once. */
function* properties(schema: Schema, place = '', seen: readonly string[] = []): Generator<[string, Schema, string]> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const part = partOf(property)
    const item = part.schema.items ? partOf(part.schema.items) : null
    yield [`${place}/${name}`, part.schema, name]
    for (const inner of [part, item]) {
      if (!inner || seen.filter((one) => one === inner.name).length > (inner.name === 'Field' ? 0 : 1)) continue
      const inside = inner === item ? `${place}/${name}/0` : `${place}/${name}`
      const next = inner.name === null ? seen : [...seen, inner.name]
      for (const one of [inner.schema, ...branchesOf(inner.schema)]) yield* properties(one, inside, next)
    }
  }
}
const root = partAt({}, '')?.schema ?? {}
const ALL = [...properties(root)]

describe('the language as an editor sees it', () => {
  it('has a title in both languages for every property', () => {
    expect(ALL).to.have.length.above(200)
    for (const [place, schema] of ALL) {
      expect(titleOf(schema, 'zh-CN'), place).not.to.equal('')
      expect(schema['x-en']?.title, place).to.be.a('string').that.is.not.equal('')
    }
  })

  it('has words for every value of its closed lists', () => {
    const missing = ALL.flatMap(([place, schema, name]) => {
      const values = schema.enum ?? partOf(schema.items ?? {}).schema.enum ?? []
      const property = /\/fields\/\d+$/.test(place) ? 'kind' : name
      return values.filter((value) => !hasWords(property, String(value))).map((value) => `${place} ${String(value)}`)
    })
    // Kinds of fields have words of their own in the form editor.
    expect(missing.filter((place) => !/\/fields(\/0)?(\/fields(\/0)?)?\/kind /.test(place))).to.deep.equal([])
  })

  it('shows amounts in the unit they are written in, and no names of its own', () => {
    const part = partAt(shop('salon'), '/services/0/offerings/0/price')
    expect(part && titleOf(part.schema, 'en')).to.equal('Price')
    expect(part && titleOf(part.schema, 'zh-CN')).to.equal('价格')
    const per = partAt(shop('salon'), '/services/0/offerings/0/per')
    expect(per && hintOf(per, 'en')).to.equal(undefined)
  })
})

describe('what is switched on or added', () => {
  for (const [id, pointer] of [
    ['salon', '/services/0/durationChoice'],
    ['salon', '/services/0/people'],
    ['salon', '/services/0/participants'],
    ['salon', '/services/0/requirements/0/part'],
    ['salon', '/resources/0/schedule/rotation'],
    ['salon', '/hours/rotation'],
    ['salon', '/policies/transfer'],
    ['salon', '/policies/noShow'],
    ['city-run', '/policies/waitlist'],
    ['city-run', '/services/0/offerings/0/team'],
    ['lecture', '/services/0/policies'],
  ] as const)
    it(`is sound: ${pointer} of ${id}`, () => {
      const document = shop(id)
      const part = partAt(document, pointer)
      if (!part) throw new Error(`The language does not know ${pointer}`)
      const next = withValue(document, pointer, freshObject(document, pointer, part.schema, {}))
      expect(problemsOf(next)).to.deep.equal([])
    })

  for (const [id, pointer] of [
    ['salon', '/services/0/eligibility'],
    ['salon', '/policies/booking/limits'],
    ['salon', '/publish/messages'],
    ['salon', '/forms/0/pages'],
    ['salon', '/entitlements'],
    ['lecture', '/services/1/series'],
    ['city-run', '/services/0/quotas'],
    ['city-run', '/services/0/offerings/0/eligibility'],
  ] as const)
    it(`is sound: an entry of ${pointer} of ${id}`, () => {
      const document = shop(id)
      const part = partAt(document, pointer)
      const entries = listOf(valueAt(document, pointer))
      const entry = freshEntry(document, `${pointer}/${entries.length}`, part?.schema.items ?? {}, entries)
      const faults = problemsOf(withInserted(document, pointer, entry))
      // A quota waits for the tickets that are to count against it.
      expect(faults.filter((fault) => !fault.endsWith('QUOTA_UNUSED'))).to.deep.equal([])
    })

  it('is sound for every way to pay, and keeps what both know', () => {
    const document = shop('salon')
    const pointer = '/policies/payment'
    const part = partAt(document, pointer)
    for (const branch of branchesOf(part?.schema ?? {})) {
      const before = { ...recordOf(valueAt(document, pointer)), kind: kindOf(branch) }
      const value = freshObject(document, pointer, branch, before)
      const faults = problemsOf(withValue(document, pointer, value))
      // A shop with prices cannot be free: that is said, and nothing else.
      expect(
        faults.filter((fault) => kindOf(branch) !== 'free' || !fault.includes('FREE')),
        kindOf(branch),
      ).to.deep.equal([])
    }
  })

  it('is sound for every kind of fee in a phase that takes it', () => {
    const document = shop('salon')
    const pointer = '/fees/0/apply'
    for (const branch of branchesOf(partAt(document, pointer)?.schema ?? {})) {
      const phase = { round: 'rounding', cap: 'discount' }[kindOf(branch)] ?? 'surcharge'
      const staged = withPhase(document, '/fees/0', phase)
      const value = freshObject(staged, pointer, branch, { kind: kindOf(branch) })
      expect(problemsOf(withValue(staged, pointer, value)), kindOf(branch)).to.deep.equal([])
    }
  })

  it('is sound for a coupon that everybody is shown and that becomes a discount, and comes back as a coupon', () => {
    const document = shop('city-run')
    expect(valueAt(document, '/fees/1/listed')).to.equal(true)
    const discount = withPhase(document, '/fees/1', 'discount')
    expect(problemsOf(discount)).to.deep.equal([])
    expect(valueAt(withPhase(discount, '/fees/1', 'coupon'), '/fees/1/code')).to.be.a('string')
  })
})

describe('the mode of a service', () => {
  for (const [id, mode] of [
    ['salon', 'session'],
    ['salon', 'registration'],
    ['lecture', 'appointment'],
    ['city-run', 'session'],
  ] as const)
    it(`changes from that of ${id} to ${mode} without a property of the old one`, () => {
      const next = withMode(shop(id), '/services/0', mode)
      expect(valueAt(next, '/services/0/mode')).to.equal(mode)
      expect(problemsOf(next).filter((problem) => problem.includes('NOT_IN_THIS_MODE'))).to.deep.equal([])
      expect(valueAt(next, '/services/0/title')).to.deep.equal(valueAt(shop(id), '/services/0/title'))
    })
})

describe('a repetition', () => {
  for (const rrule of [
    'FREQ=WEEKLY;COUNT=12',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20270630',
    'FREQ=DAILY;COUNT=5',
    'FREQ=MONTHLY;BYDAY=3SA;COUNT=6',
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=6',
    'FREQ=MONTHLY;UNTIL=20271231',
  ])
    it(`reads ${rrule} and writes it again`, () => {
      const repetition = repetitionOf(rrule)
      expect(repetition && rruleOf(repetition)).to.equal(rrule)
    })
  for (const rrule of ['FREQ=YEARLY;COUNT=2', 'FREQ=WEEKLY', 'FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO;COUNT=3', 'x'])
    it(`leaves ${rrule} as text`, () => expect(repetitionOf(rrule)).to.equal(null))
})
