/** The part of JSON Schema that the shop language is written in. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly title?: string
  readonly description?: string
  readonly 'x-en'?: { readonly title: string; readonly description?: string }
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
}

/** What a place of the description is called. */
export interface Title {
  readonly zh: string
  readonly en: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema a reference leads to; titles beside the reference win over those of the target. */
export function followed(root: Schema, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const target = schema.$ref === '#' ? root : root.$defs?.[schema.$ref.replace('#/$defs/', '')]
  if (!target) throw new Error(`A reference of the language leads nowhere: ${schema.$ref}`)
  const { $ref: _ref, ...beside } = schema
  const english = { ...target['x-en'], ...beside['x-en'] } as NonNullable<Schema['x-en']>
  return followed(root, { ...target, ...beside, 'x-en': english })
}

/** The branches of a choice; a branch that is a choice itself, such as the plans among the ways to pay, gives its own. */
export const branchesOf = (root: Schema, { oneOf = [] }: Schema): readonly Schema[] =>
  oneOf.flatMap((branch) => {
    const within = followed(root, branch)
    return within.oneOf ? branchesOf(root, within) : [branch]
  })

function typeFits(schema: Schema, data: unknown): boolean {
  const types = schema.type === undefined ? [] : [schema.type].flat()
  const actual = Array.isArray(data) ? 'array' : data === null ? 'null' : typeof data
  return types.length === 0 || types.includes(actual) || (actual === 'number' && types.includes('integer'))
}

/**
 * The branch the writer most likely meant: of the right type, with the constant that tells branches apart, sharing the most
 * properties. None when nothing speaks for any.
 */
export function bestBranch(root: Schema, branches: readonly Schema[], data: unknown): Schema | null {
  let best: Schema | null = null
  let highest = 0
  for (const branch of branches) {
    const schema = followed(root, branch)
    if (!typeFits(schema, data)) continue
    let score = 1
    if (isObject(data))
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        if (!Object.hasOwn(data, key)) continue
        score += 1
        if (property.const !== undefined) score += property.const === data[key] ? 100 : -100
      }
    // An object that shares no property with a branch does not speak for it.
    if (isObject(data) && score === 1 && branches.filter((other) => typeFits(followed(root, other), data)).length > 1)
      continue
    if (score > highest) {
      best = branch
      highest = score
    }
  }
  return best
}

/** The property whose constant tells the branches apart, with the constants: `kind` of full, deposit, onSite. */
export function discriminator(root: Schema, branches: readonly Schema[]): { key: string; values: unknown[] } | null {
  const objects = branches.map((branch) => followed(root, branch).properties ?? {})
  const key = Object.keys(objects[0] ?? {}).find((name) =>
    objects.every((properties) => properties[name]?.const !== undefined),
  )
  return key === undefined ? null : { key, values: objects.map((properties) => properties[key]?.const) }
}

/** What the place is called: its own title, or that of the list it lies in. */
export function titleAt(root: Schema, schema: Schema, data: unknown, pointer: string): Title | null {
  const named = ({ title, 'x-en': english }: Schema): Title | null =>
    title === undefined ? null : { zh: title, en: english?.title ?? title }
  let at: Schema | undefined = followed(root, schema)
  let value: unknown = data
  let title = named(at)
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    if (at.oneOf) {
      const branch = bestBranch(root, branchesOf(root, at), value)
      if (!branch) return title
      at = followed(root, branch)
    }
    const properties: Readonly<Record<string, Schema>> | undefined = at.properties
    const next: Schema | undefined = Array.isArray(value)
      ? at.items
      : properties && Object.hasOwn(properties, key)
        ? properties[key]
        : undefined
    if (!next) return title
    at = followed(root, next)
    title = named(at) ?? title
    value = isObject(value)
      ? Object.hasOwn(value, key)
        ? value[key]
        : undefined
      : Array.isArray(value)
        ? (value as unknown[])[Number(key)]
        : undefined
  }
  return title
}
