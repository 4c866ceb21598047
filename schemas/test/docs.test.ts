import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { documents } from '../scripts/docs.ts'

const docs = new URL('../../docs/', import.meta.url)

describe('the reference of the language', () => {
  for (const [name, content] of documents()) {
    it(`${name} is what the schemas and the code make`, async () =>
      expect(await readFile(new URL(name, docs), 'utf8'), 'run npm run docs').to.equal(content))

    it(`${name} links to places that are there, each once`, () => {
      const places = [...content.matchAll(/<a id="([^"]+)">/g)].map((found) => found[1])
      const links = [...content.matchAll(/\]\(#([^)]+)\)/g)].map((found) => found[1])
      expect(new Set(places).size).to.equal(places.length)
      expect(places.length).to.be.greaterThan(60)
      expect([...new Set(links)].filter((link) => !places.includes(link))).to.deep.equal([])
    })
  }
})
