import { expect } from 'chai'
import fc from 'fast-check'
import { patternIsSimple } from '../../src/domain/index.ts'
import { matchesPattern } from '../../src/domain/form/pattern.ts'

const SIMPLE = [
  '\\d{6}',
  '^\\d{6}$',
  '[A-Z]{2}\\d{3,}',
  '[\\u4e00-\\u9fa5]{2,4}',
  '京[A-Z][A-HJ-NP-Z0-9]{5,6}',
  '\\d{15}|\\d{18}',
  '(?:\\d{3,4}-)?\\d{7,8}',
  '(\\d{3}-)+\\d',
  '[\\w.\\-]+@[\\w\\-]+\\.[a-z]{2,}',
  'a+?b*',
  'a\\.b',
  '[^a-z]x?',
  '男|女',
] as const

describe('a simple pattern', () => {
  for (const pattern of SIMPLE) it(`is ${pattern}`, () => expect(patternIsSimple(pattern)).to.equal(true))

  for (const [pattern, why] of [
    ['(a+)+', 'repeats a repetition'],
    ['(a+)+$', 'repeats a repetition'],
    ['([a-z]+)*b', 'repeats a repetition'],
    ['(a?){50}', 'repeats a repetition'],
    ['(a{1,3}){2}', 'repeats a repetition'],
    ['(a|aa)+', 'repeats a choice'],
    ['(?:x|y){2,}', 'repeats a choice'],
    ['a++', 'repeats a repetition'],
    ['(?=a)b', 'looks ahead'],
    ['(?<!a)b', 'looks behind'],
    ['(?<name>a)', 'names a group'],
    ['(a)\\1', 'refers back'],
    ['a\\b', 'looks for words'],
    ['a^b', 'begins in the middle'],
    ['a$b', 'ends in the middle'],
    ['\\p{Script=Han}', 'asks for what old phones do not know'],
    ['(a', 'is not closed'],
    ['a)', 'closes what is not open'],
    ['[a', 'is not closed'],
    ['[z-a]', 'goes backwards'],
    ['*a', 'repeats nothing'],
    ['a{3,1}', 'counts backwards'],
    ['(?:(?:a{50}){50}){50}', 'is too long a text to look for'],
    ['a'.repeat(201), 'is too long'],
  ] as const)
    it(`is not ${pattern.slice(0, 30)}, which ${why}`, () => expect(patternIsSimple(pattern)).to.equal(false))
})

describe('matching a simple pattern', () => {
  it('agrees with regular expressions about the whole text', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aAbZ0159-.@x京中男女'.split('')), maxLength: 12 }),
      fc.constantFrom('AB123', '123456', '张三', '京A12345', '010-12345678', 'a@b.cn', '123-456-7', 'aab', 'a.b'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...SIMPLE), text, (pattern, given) => {
        expect(matchesPattern(given, pattern)).to.equal(new RegExp(`^(?:${pattern})$`, 'u').test(given))
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees with regular expressions whatever the pattern, where it takes it', () => {
    const parts = [
      'a',
      'b',
      '1',
      '\\d',
      '[ab]',
      '[^a]',
      '(',
      '(?:',
      ')',
      '|',
      '?',
      '*',
      '+',
      '{2}',
      '{1,2}',
      '{2,}',
      '.',
    ]
    const pattern = fc.array(fc.constantFrom(...parts, '^', '$', '\\.'), { maxLength: 8 }).map((all) => all.join(''))
    let taken = 0
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', '1', '.'), maxLength: 6 }), (source, given) => {
        if (!patternIsSimple(source)) return
        taken += 1
        expect(matchesPattern(given, source), source).to.equal(new RegExp(`^(?:${source})$`, 'u').test(given))
      }),
      { numRuns: 20_000 },
    )
    expect(taken).to.be.above(2000)
  })

  it('counts characters as people do', () => {
    expect(matchesPattern('😀😀', '.{2}')).to.equal(true)
    expect(matchesPattern('𠮷野家', '𠮷.{2}')).to.equal(true)
  })

  it('takes no longer for texts that almost match', () => {
    const began = performance.now()
    expect(matchesPattern('a'.repeat(5000), `${'a*'.repeat(60)}b`)).to.equal(false)
    expect(performance.now() - began).to.be.below(2000)
  })

  it('lets everything pass where the pattern is not simple', () =>
    expect(matchesPattern('a'.repeat(40), '(a+)+$')).to.equal(true))
})
