import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { byPath, type Ownership } from './files.ts'
import { REPOSITORY } from './home.ts'

/** A row of the plan: which template gives which file, from which model, and whose the file is. */
export interface TemplateRow {
  readonly template: string
  readonly path: string
  readonly model: string
  readonly ownership: Ownership
  readonly when?: string
  readonly each?: 'forms' | 'services'
}

/** `pack.json`; its meaning is in `templates/pack.schema.json`. */
export interface PackDescription {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly extends?: string
  readonly templates: readonly TemplateRow[]
  readonly copies?: readonly { readonly from: string; readonly to: string }[]
  readonly ownership?: Readonly<Record<string, Ownership>>
  readonly rename?: Readonly<Record<string, string>>
  readonly exclude?: readonly string[]
  readonly only?: readonly OnlyRule[]
}

/** A file, or a folder ending with `/`, that an app has only while the condition holds. */
export interface OnlyRule {
  readonly path: string
  readonly when: string
}

export interface StaticFile {
  readonly path: string
  readonly content: Buffer
  readonly ownership: Ownership
}

/** A template pack in memory, with the packs it extends already under it. */
export interface Pack {
  readonly name: string
  readonly version: string
  readonly rows: readonly TemplateRow[]
  /** path in the pack → text of the template */
  readonly templates: ReadonlyMap<string, string>
  /** Files that go into the app as they are, copies among them. */
  readonly statics: readonly StaticFile[]
  readonly only: readonly OnlyRule[]
}

const LEFT_BY_WORK = ['node_modules', 'dist', '.taro', '.swc', '.DS_Store']

/** @returns path (with `/`) → content of every file below `folder`, in order; node_modules and build output are passed over. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => LEFT_BY_WORK.includes(part)))
    .toSorted()
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))))
  return new Map(paths.map((path, index) => [path, contents[index] as Buffer]))
}

/** Whether `rule`, a path or a folder ending with `/`, is about `path`. */
export const covers = (rule: string, path: string): boolean =>
  rule.endsWith('/') ? path.startsWith(rule) : path === rule

/** @throws Error naming every fault, since a broken pack is its author's bug. */
async function readDescription(folder: string): Promise<PackDescription> {
  const description: unknown = JSON.parse(await readFile(join(folder, 'pack.json'), 'utf8'))
  const schema = JSON.parse(await readFile(join(REPOSITORY, 'templates/pack.schema.json'), 'utf8')) as object
  const ajv = new Ajv2020({ allErrors: true })
  if (!ajv.validate(schema, description)) throw new Error(`${folder}/pack.json: ${ajv.errorsText()}`)
  return description as PackDescription
}

async function readCopies(description: PackDescription): Promise<StaticFile[]> {
  const copies: StaticFile[] = []
  for (const { from, to } of description.copies ?? []) {
    if (!from.endsWith('/')) {
      copies.push({ path: to, content: await readFile(join(REPOSITORY, from)), ownership: 'generated' })
      continue
    }
    for (const [path, content] of await readTree(join(REPOSITORY, from)))
      copies.push({ path: to + path, content, ownership: 'generated' })
  }
  return copies
}

/**
 * Reads a pack and those it extends. The only part of generation that reads templates from the disk; do it once.
 *
 * @param name folder below `templates/`, or an absolute path.
 * @throws Error when `pack.json` is not valid, or names a template that is not there, or leaves one out.
 */
export async function loadPack(name = 'base'): Promise<Pack> {
  const folder = name.startsWith('/') ? name : join(REPOSITORY, 'templates', name)
  const description = await readDescription(folder)
  const parent = description.extends === undefined ? null : await loadPack(join(folder, '..', description.extends))
  const excluded = ['pack.json', ...(description.exclude ?? []), ...(description.copies ?? []).map(({ to }) => to)]
  const files = [...(await readTree(folder))].filter(([path]) => !excluded.some((rule) => covers(rule, path)))

  const templates = new Map(files.filter(([path]) => path.endsWith('.hbs')).map(([path, text]) => [path, String(text)]))
  const named = new Set(description.templates.map(({ template }) => template))
  const known = new Set([...templates.keys(), ...(parent?.templates.keys() ?? [])])
  const faults = [
    ...[...named].filter((path) => !known.has(path)).map((path) => `${path} is in pack.json but not in the folder`),
    ...[...templates.keys()]
      .filter((path) => !named.has(path) && parent?.templates.has(path) !== true)
      .map((path) => `${path} is in the folder but not in pack.json`),
  ]
  if (faults.length > 0) throw new Error(`${folder}: ${faults.join('; ')}`)

  const statics = [
    ...files
      .filter(([path]) => !path.endsWith('.hbs'))
      .map(([path, content]) => ({
        path: description.rename?.[path] ?? path,
        content,
        ownership: Object.entries(description.ownership ?? {}).find(([rule]) => covers(rule, path))?.[1] ?? 'generated',
      })),
    ...(await readCopies(description)),
  ]
  const rows = [...(parent?.rows ?? []), ...description.templates]
  return {
    name: description.name,
    version: description.version,
    rows: [...new Map(rows.map((row) => [row.path, row])).values()],
    templates: new Map([...(parent?.templates ?? []), ...templates]),
    only: [...(parent?.only ?? []), ...(description.only ?? [])],
    statics: [...new Map([...(parent?.statics ?? []), ...statics].map((file) => [file.path, file])).values()].toSorted(
      byPath,
    ),
  }
}
