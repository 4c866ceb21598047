import { expect } from 'chai'
import { load } from 'js-yaml'
import { generate } from '../../src/generate.ts'
import type { OutputFile } from '../../src/files.ts'
import { HOSTILE, hostileShop } from './hostile.ts'
import { ownMaterials } from './materials.ts'
import { syntaxFaults } from './syntax.ts'

async function files(): Promise<OutputFile[]> {
  const result = generate(hostileShop(), await ownMaterials())
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const text = async (path: string): Promise<string> => {
  const found = (await files()).find((file) => file.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  return String(found.content)
}

describe('a hostile shop description', () => {
  it('gives JSON that carries its words exactly', async () => {
    const shop = JSON.parse(await text('shop.json')) as { profile: Record<string, string>; forms: { title: string }[] }
    expect(shop.profile['name']).to.equal(HOSTILE.name)
    expect(shop.profile['notice']).to.equal(HOSTILE.notice)
    expect(shop.forms[0]?.title).to.equal(HOSTILE.name)
    const project = JSON.parse(await text('miniprogram/project.config.json')) as Record<string, unknown>
    expect(project['description']).to.equal(HOSTILE.name)
    const openapi = JSON.parse(await text('api/openapi.json')) as { info: { title: string } }
    expect(openapi.info.title).to.equal(HOSTILE.name)
  })
  it('gives JSON wherever it gives a .json file', async () => {
    const names = (await files()).filter(({ path }) => path.endsWith('.json'))
    expect(names.length).to.be.greaterThan(5)
    for (const { path, content } of names) expect(() => JSON.parse(String(content)), path).not.to.throw()
  })
  it('gives TypeScript and JavaScript that parse', async () => {
    const sources = (await files()).filter(({ path }) => /\.(?:tsx?|mjs|js)$/.test(path))
    expect(sources.length).to.be.greaterThan(20)
    expect(await syntaxFaults(sources)).to.deep.equal([])
  })
  it('gives TypeScript that carries its words exactly', async () => {
    const source = await text('miniprogram/src/shop.ts')
    const literal = /name: ("(?:[^"\\]|\\.)*")/.exec(source)?.[1]
    expect(JSON.parse(literal ?? 'null')).to.equal(HOSTILE.name)
    for (const { path, content } of await files())
      if (/\.(?:tsx?|mjs|js|html)$/.test(path)) expect(String(content), path).not.to.contain('<script>"')
  })
  it('gives YAML that parses, with nothing added', async () => {
    const compose = load(await text('deploy/docker-compose.yml')) as { name: string; services: object }
    expect(compose.name).to.equal('constructor')
    expect(Object.keys(compose.services)).to.deep.equal(['mongo', 'api'])
  })
  it('gives Markdown with its words as text, each on its line', async () => {
    for (const path of ['README.md', 'review/submission.md']) {
      const lines = (await text(path)).split('\n')
      expect(lines.join('\n'), path).not.to.match(/<script|<img|javascript:alert\(1\)\)(?!\\)[^\\]*\]\(/)
      expect(lines[0], path).to.contain('"}});process.exit()//&lt;script&gt;'.replace(/[{}]/g, '\\$&'))
      for (const row of lines.filter((line) => line.startsWith('|') && line.includes('💇')))
        expect(row.match(/(?<!\\)\|/g), path).to.have.length(6)
    }
  })
  it('does not run as a template what it was given as words', async () => {
    const shop = JSON.parse(await text('shop.json')) as { profile: { tagline: string } }
    expect(shop.profile.tagline).to.contain('{{lit shop}} {{{x}}}')
  })
})

describe('a description that is no shop at all', () => {
  for (const [what, input] of [
    ['null', null],
    ['a list', []],
    ['a number', 7],
    ['an empty object', {}],
    ['a poisoned prototype', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['an id that leaves its folder', { ...hostileShop(), id: '../../etc' }],
    ['an id with a line end', { ...hostileShop(), id: 'a\nb' }],
    ['an address with quotes', { ...hostileShop(), publish: { apiBase: 'https://a/";process.exit()//' } }],
  ] as const)
    it(`has problems, and nothing is made of ${what}`, async () => {
      const result = generate(input, await ownMaterials())
      expect(result.ok).to.equal(false)
      if (!result.ok) expect(result.problems.length).to.be.greaterThan(0)
    })
})
