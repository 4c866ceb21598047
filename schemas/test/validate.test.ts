import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { parseShop, type Problem, validateShop } from '../src/index.ts'

const text = readFileSync(new URL('../examples/salon.json', import.meta.url), 'utf8')
type Loose = Record<string, never> & { [key: string]: Loose }
const salon = (): Loose => JSON.parse(text) as Loose

const problemsOf = (input: unknown): readonly Problem[] => {
  const result = validateShop(input)
  return result.ok ? [] : result.problems
}

/** Sets, or with undefined takes out, what a pointer names. */
function put(shop: Loose, pointer: string, value: unknown): Loose {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = keys.pop() ?? ''
  let at: Record<string, unknown> = shop
  for (const key of keys) at = at[key] as Record<string, unknown>
  if (value === undefined) delete at[last]
  else at[last] = value
  return shop
}

const PRICE = '/services/0/offerings/0/price'

interface Case {
  readonly name: string
  readonly change: readonly [pointer: string, value: unknown]
  readonly pointer?: string
  readonly code: string
  readonly says: readonly [zh: string, en: string]
}

const CASES: readonly Case[] = [
  {
    name: 'a price of −1',
    change: [PRICE, -1],
    code: 'minimum',
    says: ['「价格（分）」不能小于 0，现在是 -1', '“Price (fen)” must be at least 0; it is -1'],
  },
  { name: 'a price of 3.5 fen', change: [PRICE, 3.5], code: 'type', says: ['整数', 'a whole number; it is 3.5'] },
  { name: 'a price as text', change: [PRICE, '88'], code: 'type', says: ['现在是 "88"', 'it is "88"'] },
  { name: 'a price too high', change: [PRICE, 100_000_001], code: 'maximum', says: ['100000000', '100000000'] },
  {
    name: 'a service without its form',
    change: ['/services/0/form', undefined],
    code: 'required',
    says: ['缺少「登记表」', '“Form” is missing'],
  },
  {
    name: 'a misspelt property',
    change: ['/services/0/duratoin', 60],
    code: 'additionalProperties',
    says: ['是不是想写「duration」', 'did you mean “duration”?'],
  },
  {
    name: 'a property nobody knows',
    change: ['/theme/sparkle~0~1x', 1],
    code: 'additionalProperties',
    says: ['accent', 'Known are accent'],
  },
  {
    name: 'a time without its zero',
    change: ['/hours/weekly/0/from', '9:00'],
    code: 'pattern',
    says: ['09:30', 'a time such as 09:30'],
  },
  {
    name: 'a day that is not in the calendar',
    change: ['/hours/exceptions/0/from', '2027-02-30'],
    code: 'format',
    says: ['真有这一天', 'a real date'],
  },
  {
    name: 'a weekday nobody knows',
    change: ['/hours/weekly/0/days/0', 'monday'],
    code: 'enum',
    says: ['mon, tue', 'one of mon, tue'],
  },
  {
    name: 'a weekday twice',
    change: ['/hours/weekly/0/days', ['mon', 'mon']],
    code: 'uniqueItems',
    says: ['重复', 'twice'],
  },
  { name: 'no services', change: ['/services', []], code: 'minItems', says: ['至少要有 1 项', 'at least 1 item'] },
  {
    name: 'an empty name',
    change: ['/profile/name', ''],
    code: 'minLength',
    says: ['「店名」不能空着', '“Name” must not be empty'],
  },
  {
    name: 'a name in English only',
    change: ['/profile/name', { en: 'Qingsi' }],
    pointer: '/profile/name/zh-CN',
    code: 'required',
    says: ['缺少「中文」', '“Chinese” is missing'],
  },
  { name: 'a name that is a number', change: ['/profile/name', 3], code: 'oneOf', says: ['「店名」', '“Name”'] },
  {
    name: 'instalments without their parts',
    change: ['/policies/payment', { kind: 'instalments' }],
    pointer: '/policies/payment/parts',
    code: 'required',
    says: ['缺少「各期」', '“Parts” is missing'],
  },
  {
    name: 'a choice of plans without plans',
    change: ['/policies/payment', { kind: 'choice' }],
    pointer: '/policies/payment/plans',
    code: 'required',
    says: ['缺少「可选的付法」', '“Plans” is missing'],
  },
  {
    name: 'a payment of a kind nobody knows',
    change: ['/policies/payment', { kind: 'half' }],
    pointer: '/policies/payment/kind',
    code: 'enum',
    says: ['full, deposit, instalments, onSite, free, choice', 'full, deposit, instalments, onSite, free, choice'],
  },
  {
    name: 'a policy of the shop left out',
    change: ['/policies/cancellation', undefined],
    code: 'required',
    says: ['「取消规则」', '“Cancellation policy”'],
  },
  {
    name: 'a fee of a kind nobody knows',
    change: ['/fees/0/apply/kind', 'magic'],
    code: 'enum',
    says: ['flat, percent', 'flat, percent'],
  },
  {
    name: 'a wrong operator deep in a condition',
    change: ['/fees/1/when/all/0/op', '=='],
    code: 'enum',
    says: ['eq, ne', 'eq, ne'],
  },
  {
    name: 'an address that is no https image',
    change: ['/profile/image', 'javascript:alert(1)'],
    code: 'pattern',
    says: ['https', 'https'],
  },
  { name: 'the wrong type of the whole theme', change: ['/theme', 5], code: 'type', says: ['「外观」', '“Theme”'] },
]

describe('the shape of a shop', () => {
  it('fits the salon', () => expect(problemsOf(salon())).to.deep.equal([]))

  for (const { name, change, pointer = change[0], code, says } of CASES)
    it(`${name} is told once, at its place, in both languages`, () => {
      const problems = problemsOf(put(salon(), ...change))
      expect(problems.map((problem) => [problem.pointer, problem.code])).to.deep.equal([[pointer, code]])
      expect(problems[0]?.message['zh-CN']).to.contain(says[0])
      expect(problems[0]?.message.en).to.contain(says[1])
    })

  it('tells several faults at once', () => {
    const shop = put(put(salon(), PRICE, -1), '/zone', undefined)
    expect(problemsOf(shop).map(({ pointer }) => pointer)).to.have.members([PRICE, '/zone'])
  })

  it('does not take __proto__ for a property of the shop', () => {
    const shop = JSON.parse(`{"__proto__": {"id": "x"}, ${text.trim().slice(1)}`) as unknown
    expect(problemsOf(shop).map(({ pointer, code }) => [pointer, code])).to.deep.equal([
      ['/__proto__', 'additionalProperties'],
    ])
  })

  it('takes hostile texts as texts', () => {
    for (const hostile of [
      '"}});process.exit()//',
      '</script><script>alert(1)</script>',
      '{{constructor}}',
      '${7*7}',
      '../../etc/passwd',
    ])
      expect(problemsOf(put(salon(), '/profile/name', hostile))).to.deep.equal([])
  })

  it('turns away what is nested a hundred thousand deep, a ring, and a list of a million', () => {
    let deep: unknown = { fact: 'start.time', op: 'given' }
    for (let level = 0; level < 100_000; level++) deep = { not: deep }
    expect(problemsOf(put(salon(), '/fees/0/when', deep)).map(({ code }) => code)).to.deep.equal(['tooDeep'])
    const ring: Record<string, unknown> = salon()
    ring['self'] = ring
    expect(problemsOf(ring).map(({ code }) => code)).to.deep.equal(['tooDeep'])
    const long = put(
      salon(),
      '/fees/0/services',
      Array.from({ length: 1_000_000 }, () => 'cut'),
    )
    expect(problemsOf(long).map(({ pointer, code }) => [pointer, code])).to.deep.equal([
      ['/fees/0/services', 'tooLarge'],
    ])
  })

  it('answers anything at all with problems', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (input) => {
        expect(problemsOf(input)).not.to.have.length(0)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the text of a shop', () => {
  it('is read', () => expect(parseShop(text).ok).to.equal(true))

  for (const [name, source, line, column, found] of [
    ['a word without quotes', '{"a": hello}', 1, 7, '"h"'],
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1, '"}"'],
    ['a comma missing', '{"a": 1\n "b": 2}', 2, 2, '"\\""'],
    ['a text that breaks off', '[1,\n 2', 2, 3, ''],
    ['nothing at all', '', 1, 1, ''],
    ['a bracket of the wrong kind', '{"a": [1}', 1, 9, '"}"'],
    ['a line break in a text', '{"a": "x\ny"}', 1, 7, '"\\""'],
    ['something after the end', '{} {}', 1, 4, '"{"'],
    ['an emoji where a value belongs', '[😀]', 1, 2, '"😀"'],
  ] as const)
    it(`with ${name} is told with line ${line}, column ${column}`, () => {
      const result = parseShop(source)
      if (result.ok) throw new Error('it was read')
      expect(result.problems).to.have.length(1)
      const [problem] = result.problems
      expect(problem).to.include({ pointer: '', code: 'syntax' })
      expect(problem?.message.en).to.contain(`Line ${line}, column ${column} `)
      expect(problem?.message['zh-CN']).to.contain(`第 ${line} 行第 ${column} 列`)
      expect(problem?.message.en).to.contain(found)
    })

  it('is refused exactly where JSON.parse refuses, wherever a character is changed', () => {
    const small = '{"a":[1,-2.5e3,"x\\n",true,null],"b":{"c":""}}'
    const parses = (source: string): boolean => {
      try {
        JSON.parse(source)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.constantFrom(...'{}[],:"1 a\\'.split('')), (at, character) => {
        const source = small.slice(0, at) + character + small.slice(at + 1)
        const result = parseShop(source)
        expect(!result.ok && result.problems[0]?.code === 'syntax').to.equal(!parses(source))
      }),
    )
  })
})
