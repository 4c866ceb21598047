import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { REFUSALS } from '../../src/domain/index.ts'

const folder = fileURLToPath(new URL('../../src/domain/', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const sources = files.map((name) => ({
  name: name.replaceAll('\\', '/'),
  text: readFileSync(join(folder, name), 'utf8'),
}))
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map((found) => found[1] ?? '')
const isCarried = (name: string): boolean =>
  name.startsWith('form/') || name.startsWith('shapes/') || ['booking.ts', 'condition.ts', 'money.ts'].includes(name)

describe('the files of the domain', () => {
  it('are there', () => expect(sources.length).to.be.greaterThan(40))

  it('import one another, the language, Temporal and the unrolling of RRULEs, nothing else', () => {
    const allowed = (specifier: string): boolean =>
      specifier.startsWith('.') || ['@kaidian/schemas', 'temporal-polyfill', 'rrule'].includes(specifier)
    for (const { name, text } of sources)
      expect(
        importsOf(text).filter((one) => !allowed(one)),
        name,
      ).to.deep.equal([])
  })

  it('read no clock and draw no lots', () => {
    for (const { name, text } of sources)
      expect(text, name).not.to.match(
        /Date\.now|new Date\(\)|Math\.random|Temporal\.Now|process\.|\beval\b|new Function/,
      )
  })

  it('that the mini-program carries import only one another', () => {
    const carried = sources.filter(({ name }) => isCarried(name))
    expect(carried.length).to.be.greaterThan(15)
    for (const { name, text } of carried)
      for (const specifier of importsOf(text)) {
        const target = new URL(specifier, new URL(name, 'file:///domain/')).pathname.replace('/domain/', '')
        expect(isCarried(target), `${name} imports ${specifier}`).to.equal(true)
      }
  })

  it('that the mini-program carries keep to what an old phone knows', () => {
    for (const { name, text } of sources.filter((one) => isCarried(one.name)))
      expect(text, name).not.to.match(
        /Object\.hasOwn|\.toSorted\(|\.at\(|\.replaceAll\(|\.findLast\(|\bIntl\b|\(\?<[=!]|BigInt|\d+n\b|structuredClone/,
      )
  })
})

describe('the refusals', () => {
  it('have a status of their kind and a sentence in both languages', () => {
    for (const [code, [status, words]] of Object.entries(REFUSALS)) {
      expect(code).to.match(/^[A-Z][A-Z_]+$/)
      expect(status, code).to.be.within(400, 504)
      expect(words['zh-CN'], code).to.match(/[。]$/)
      expect(words.en, code).to.match(/[.]$/)
      const names = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()
      expect(names(words.en), code).to.deep.equal(names(words['zh-CN']))
    }
  })
})
