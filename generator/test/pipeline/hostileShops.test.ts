import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { OutputFile } from '../../src/files.ts'
import { generate } from '../../src/generate.ts'
import { REPOSITORY } from '../../src/home.ts'
import { HOSTILE } from './hostile.ts'
import { ownMaterials } from './materials.ts'
import { syntaxFaults } from './syntax.ts'

const EXAMPLES = ['coding-school', 'city-run', 'home-cleaning', 'lecture']
const WORDS = Object.values(HOSTILE)
/** Properties whose words a customer reads; anything else means something to the program. */
const READ = new Set(['title', 'name', 'label', 'description', 'summary', 'help', 'placeholder', 'message', 'text'])

/** The same shop with hostile words wherever a customer would read some. */
function hostile(value: unknown, turn = { at: 0 }): unknown {
  if (Array.isArray(value)) return value.map((one) => hostile(one, turn))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isWords = typeof one === 'object' && one !== null && 'zh-CN' in one
      if (!READ.has(key) || !isWords) return [key, hostile(one, turn)]
      // Names are short.
      const words = (WORDS[(turn.at += 1) % WORDS.length] ?? '').slice(0, 30)
      return [key, { 'zh-CN': words, en: words }]
    }),
  )
}

async function files(example: string): Promise<OutputFile[]> {
  const shop: unknown = JSON.parse(readFileSync(join(REPOSITORY, `schemas/examples/${example}.json`), 'utf8'))
  const result = generate(hostile(shop), await ownMaterials())
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1))
  return result.value
}

describe('every example shop with hostile words', function () {
  this.timeout(60_000)
  for (const example of EXAMPLES)
    it(`${example}: gives JSON and sources that parse, and no words become code`, async () => {
      const made = await files(example)
      const sources = made.filter(({ path }) => /\.(?:tsx?|mjs|js)$/.test(path))
      const json = made.filter(({ path }) => path.endsWith('.json'))
      expect([sources.length > 20, json.length > 5]).to.deep.equal([true, true])
      expect(await syntaxFaults(sources)).to.deep.equal([])
      for (const { path, content } of json) expect(() => JSON.parse(String(content)), path).not.to.throw()
      const description = made.find(({ path }) => path === 'shop.json')
      expect(String(description?.content)).to.contain(JSON.stringify(HOSTILE.name.slice(0, 30)).slice(1, -1))
      for (const { path, content } of made) {
        if (/\.(?:tsx?|mjs|js|html|md)$/.test(path)) expect(String(content), path).not.to.contain('<img src=x onerror')
        if (path.endsWith('.md')) expect(String(content), path).not.to.contain('<script>')
      }
    })
})
