import { readdir, readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import { generated } from '../scripts/types.ts'
import { FACTS, shopSchema } from '../src/index.ts'

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every schema that names a property, with its place. */
function* properties(node: unknown, at: string): Generator<{ at: string; schema: Node }> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* properties(item, `${at}/${index}`)
  if (!isNode(node)) return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && isNode(value))
      for (const [name, schema] of Object.entries(value))
        if (isNode(schema)) yield { at: `${at}/properties/${name}`, schema }
    yield* properties(value, `${at}/${key}`)
  }
}

/** Every list of examples, with the place of its schema. */
function* withExamples(node: unknown, at: string): Generator<{ at: string; examples: readonly unknown[] }> {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) yield* withExamples(item, `${at}/${index}`)
  if (!isNode(node)) return
  if (Array.isArray(node['examples'])) yield { at, examples: node['examples'] as unknown[] }
  for (const [key, value] of Object.entries(node)) if (key !== 'examples') yield* withExamples(value, `${at}/${key}`)
}

describe('the shop language', () => {
  it('has the types and modules that were made from it', async () => {
    for (const [name, content] of await generated())
      expect(
        await readFile(new URL(`../src/generated/${name}`, import.meta.url), 'utf8'),
        `${name}: run npm run types`,
      ).to.equal(content)
  })

  it('gives every property a title in Chinese and English, and a description in both or none', () => {
    const found = [...properties(shopSchema, '#')]
    expect(found.length).to.be.greaterThan(100)
    const followed = (schema: Node): Node => {
      const target =
        typeof schema['$ref'] === 'string'
          ? (shopSchema.$defs as Node)[schema['$ref'].replace('#/$defs/', '')]
          : undefined
      if (!isNode(target)) return schema
      return { ...target, ...schema, 'x-en': { ...(target['x-en'] as Node), ...(schema['x-en'] as Node) } }
    }
    const bare = found.filter(({ schema }) => {
      const { title, description, 'x-en': english } = followed(schema)
      const en = isNode(english) ? english : {}
      return (
        typeof title !== 'string' ||
        typeof en['title'] !== 'string' ||
        (description === undefined) !== (en['description'] === undefined)
      )
    })
    expect(bare.map(({ at }) => at)).to.deep.equal([])
  })

  it('gives examples that are what they are examples of', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
    addFormats.default(ajv, ['date'])
    ajv.addKeyword('x-en')
    ajv.addSchema(shopSchema, 'shop')
    const found = [...withExamples(shopSchema, '#')]
    expect(found.length).to.be.greaterThan(300)
    for (const { at, examples } of found) {
      expect(examples, at).not.to.have.length(0)
      const validate = ajv.getSchema(`shop${at}`)
      for (const example of examples)
        expect(validate?.(example), `${at}: ${JSON.stringify(example)} ${ajv.errorsText(validate?.errors)}`).to.equal(
          true,
        )
    }
  })

  it('names each fact once, with a title in both languages', () => {
    expect(new Set(FACTS.map(({ name }) => name)).size).to.equal(FACTS.length)
    for (const fact of FACTS)
      expect(
        [fact.title, fact['x-en'].title].every((title) => title.length > 0),
        fact.name,
      ).to.equal(true)
  })

  it('names its file in every example', async () => {
    const folder = new URL('../examples/', import.meta.url)
    const examples = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    expect(examples).not.to.have.length(0)
    for (const name of examples) {
      const example = JSON.parse(await readFile(new URL(name, folder), 'utf8')) as { $schema?: string }
      expect(example.$schema, name).to.equal('../src/language/shop.schema.json')
    }
  })
})
