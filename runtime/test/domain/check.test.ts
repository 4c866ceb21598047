import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { type Shop, validateShop } from '@kaidian/schemas'
import { check, RULES } from '../../src/domain/check/index.ts'
import { CASES, faulty, SHOPS } from './check/cases.ts'

const problems = (found: Iterable<{ pointer: string; code: string }>) =>
  [...found].map(({ pointer, code }) => [pointer, code])

describe('the check of a shop', () => {
  for (const [name, shop] of SHOPS)
    it(`finds nothing in the ${name} shop that the cases begin with`, () => {
      expect(validateShop(shop)).to.deep.equal({ ok: true, value: shop })
      expect(check(shop)).to.deep.equal([])
    })

  const examples = new URL('../../../schemas/examples/', import.meta.url)
  for (const name of readdirSync(examples).filter((file) => file.endsWith('.json')))
    it(`finds nothing in the example ${name}`, () =>
      expect(check(JSON.parse(readFileSync(new URL(name, examples), 'utf8')) as Shop)).to.deep.equal([]))

  for (const one of CASES)
    it(`${one.rule}: ${one.name}`, () => {
      const shop = faulty(one)
      const shape = validateShop(shop)
      expect(shape.ok ? [] : shape.problems).to.deep.equal([])
      expect(problems(RULES[one.rule]?.(shop) ?? [])).to.deep.equal(one.found)
      const all = check(shop)
      expect(problems(all)).to.have.deep.members([...one.found, ...(one.also ?? [])])
      for (const { message } of all) {
        expect(message['zh-CN']).to.match(/[。]$/)
        expect(message.en).to.match(/[.]$/)
      }
    })

  it('has a case for every rule', () => {
    expect(Object.keys(RULES)).to.have.members([...new Set(CASES.map(({ rule }) => rule))])
  })

  it('takes hostile texts as texts', () => {
    const hostile = '"}});process.exit()//{{x}}</script>'
    for (const shop of SHOPS.values()) {
      const changed = structuredClone(shop)
      changed.profile.name = hostile
      for (const service of changed.services) service.title = hostile
      for (const resource of changed.resources ?? []) resource.name = hostile
      for (const fee of changed.fees ?? []) fee.label = hostile
      expect(check(changed)).to.deep.equal([])
    }
  })
})
