/** Makes `src/generated/` from the language files: TypeScript types, and the schemas as one module. `npm run types` writes, a test compares. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const source = new URL('../src/language/', import.meta.url)
const target = new URL('../src/generated/', import.meta.url)

/**
 * English words take the place of the Chinese ones, since the comments of the types are English like the code; titles stay on
 * objects alone, where they name an interface; examples stay in the schemas; a reference that has words of its own is wrapped, or its target would be inlined.
 */
function english(node: Json): Json {
  if (Array.isArray(node)) return node.map(english)
  if (node === null || typeof node !== 'object') return node
  const { examples: _examples, ...said } = node
  const { title: _title, description: _description, 'x-en': words, ...rest } = said
  const isSchema = words !== undefined
  const plain = isSchema ? rest : said
  const out: { [key: string]: Json } = {}
  for (const [key, value] of Object.entries(plain)) out[key] = english(value)
  const { title, description } = (words ?? {}) as { title?: string; description?: string }
  if (!isSchema || title === undefined) return out
  if (out['type'] === 'object') out['title'] = title
  out['description'] = description ?? title
  if (typeof out['$ref'] !== 'string') return out
  return { description: out['description'], allOf: [{ $ref: out['$ref'] }] }
}

/** One self-contained schema: every file becomes a definition, every reference a local one. */
function bundle(files: ReadonlyMap<string, Json>): Json {
  const defs: { [key: string]: Json } = {}
  const names: Record<string, string> = {
    schedule: 'Schedule',
    resource: 'Resource',
    service: 'Service',
    form: 'Form',
    field: 'Field',
    'fee-rule': 'FeeRule',
    policy: 'Policies',
    'payment-plan': 'PaymentPlan',
    condition: 'Condition',
  }
  const pointer = (ref: string, file: string): string => {
    const [path, fragment = ''] = ref.split('#')
    const name = path ? path.replace('.schema.json', '') : file
    return name === 'common'
      ? `#/$defs/${fragment.replace('/$defs/', '')}`
      : name === 'shop'
        ? '#'
        : `#/$defs/${names[name]}${fragment}`
  }
  const localise = (node: Json, file: string): Json => {
    if (Array.isArray(node)) return node.map((item) => localise(item, file))
    if (node === null || typeof node !== 'object') return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? pointer(value, file) : localise(value, file),
      ]),
    )
  }
  let root: { [key: string]: Json } = {}
  for (const [name, schema] of files) {
    const { $id: _id, $schema: _schema, ...body } = localise(schema, name) as { [key: string]: Json }
    if (name === 'common') Object.assign(defs, body['$defs'])
    else if (name === 'shop') root = body
    else defs[names[name] ?? name] = body
  }
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: defs }
}

/** @returns file name → content of everything under `src/generated/`. */
export async function generated(): Promise<Map<string, string>> {
  const files = new Map<string, Json>()
  for (const file of (await readdir(source)).filter((name) => name.endsWith('.schema.json')).toSorted())
    files.set(file.replace('.schema.json', ''), JSON.parse(await readFile(new URL(file, source), 'utf8')) as Json)
  const schema = bundle(files)
  const facts = JSON.parse(await readFile(new URL('../facts.json', source), 'utf8')) as Json
  const banner = '// Made from src/language/*.schema.json by `npm run types`; do not edit.\n'
  const types = await compile(english(schema) as JSONSchema, 'Shop', {
    bannerComment: banner,
    format: false,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
  })
  return new Map([
    ['types.ts', types],
    ['schema.ts', `${banner}export const shopSchema = ${JSON.stringify(schema, null, 1)}\n`],
    ['facts.ts', `${banner}export const FACTS = ${JSON.stringify(facts, null, 1)} as const\n`],
  ])
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await mkdir(target, { recursive: true })
  for (const [name, content] of await generated()) await writeFile(new URL(name, target), content)
}
