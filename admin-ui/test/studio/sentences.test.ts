import { expect } from 'chai'
import { vocabularyOf } from '../../web/studio/condition/vocabulary.ts'
import { feeSentence } from '../../web/studio/fees/fee-sentence.ts'
import { start, translate } from '../../web/studio/words.ts'

const rule = (phase: string, apply: object, more: object = {}) => ({ phase, apply, ...more })

describe('a fee rule as a sentence', () => {
  before(async () => {
    // The words are asked for as a page would: in the language of the browser.
    const page = { location: { search: '?language=zh-CN' }, documentElement: { lang: '' } }
    Object.assign(globalThis, { window: page, document: page })
    await start()
  })
  after(() => {
    Reflect.deleteProperty(globalThis, 'window')
    Reflect.deleteProperty(globalThis, 'document')
  })

  const say = (one: object): string =>
    feeSentence(one, vocabularyOf({}), { t: translate, language: 'zh-CN' } as Parameters<typeof feeSentence>[2])

  for (const [one, sentence] of [
    [rule('surcharge', { kind: 'flat', amount: 3000 }), '总是加收 ¥30'],
    [rule('discount', { kind: 'percent', rate: 1000, of: ['base', 'option'] }), '总是减价目、选项的 10%'],
    [
      rule('surcharge', { kind: 'percent', rate: 2000, of: ['base'], during: [{ from: '18:00', to: '20:00' }] }),
      '总是加收价目的 20%（只算 18:00–20:00 的部分）',
    ],
    [rule('surcharge', { kind: 'perPerson', amount: 500 }), '总是加收每人 ¥5'],
    [rule('coupon', { kind: 'flat', amount: 3000 }, { code: 'RUN2026' }), '填优惠码 RUN2026，减 ¥30'],
    [rule('discount', { kind: 'flat', amount: 30000 }, { each: true }), '总是每位参加者减 ¥300'],
    [rule('rounding', { kind: 'round', to: 100 }), '总是合计取整到 ¥1'],
    [rule('discount', { kind: 'cap', amount: 20000, of: ['base'] }), '总是价目最多 ¥200'],
  ] as const)
    it(`says “${sentence}”`, () => expect(say(one)).to.equal(sentence))
})
