import { shopSchema } from '@kaidian/schemas'
import type { Language } from '../../common/i18n.ts'
import { recordOf, tokensOf, valueAt } from '../draft/document.ts'

/** A part of the language's own schema, as far as an editor looks at it. */
export interface Schema {
  readonly title?: string
  readonly description?: string
  readonly 'x-en'?: { readonly title?: string; readonly description?: string }
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly (string | number)[]
  readonly const?: unknown
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly minItems?: number
}

/** A part with its reference looked up; `name` is that of the definition it refers to. */
export interface Part {
  readonly name: string | null
  readonly schema: Schema
  /** As it is written where it stands. */
  readonly own: Schema
}

const root = shopSchema as unknown as Schema & { readonly $defs: Readonly<Record<string, Schema>> }

/** What a part says for itself goes before what its definition says. */
export function partOf(schema: Schema): Part {
  if (schema.$ref === undefined) return { name: null, schema, own: schema }
  const name = schema.$ref.replace('#/$defs/', '')
  const { $ref: _, ...own } = schema
  return { name, schema: { ...root.$defs[name], ...own }, own }
}

const constOf = (branch: Schema, property = 'kind'): unknown => branch.properties?.[property]?.const

/** Objects a value may be, told apart by their `kind`; empty where there is no such choice. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const branches = (schema.oneOf ?? []).flatMap((one) => {
    const { schema: branch } = partOf(one)
    return branch.oneOf ? branchesOf(branch) : [branch]
  })
  return branches.length > 0 && branches.every((branch) => constOf(branch) !== undefined) ? branches : []
}

export const kindOf = (branch: Schema): string => String(constOf(branch))

/** The branch a value has taken. */
export const branchOf = (schema: Schema, value: unknown): Schema | undefined =>
  branchesOf(schema).find((branch) => kindOf(branch) === recordOf(value)['kind'])

/** The part of the language that describes what is at a pointer of a description; null where the language knows nothing. */
export function partAt(document: unknown, pointer: string): Part | null {
  let part: Part = { name: 'Shop', schema: root, own: root }
  let at = ''
  for (const token of tokensOf(pointer)) {
    const schema = branchOf(part.schema, valueAt(document, at)) ?? part.schema
    at += `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const { additionalProperties: rest } = schema
    const next = schema.items ?? schema.properties?.[token] ?? (typeof rest === 'object' ? rest : undefined)
    if (!next) return null
    part = partOf(next)
  }
  return part
}

/** Properties of an object in the order of the language; `kind` of a branch is chosen elsewhere. */
export const propertiesOf = (schema: Schema): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => (property.const === undefined ? [name] : []))

/** Amounts are kept in fen and ten-thousandths, but written in yuan and percent. */
const UNIT = / ?[(\uFF08](分|万分比|fen|basis points)[)\uFF09]$/

export function titleOf(schema: Schema, language: Language): string {
  const title = (language === 'en' ? schema['x-en']?.title : undefined) ?? schema.title ?? ''
  return title.replace(UNIT, '')
}

export const descriptionOf = (schema: Schema, language: Language): string | undefined =>
  (language === 'en' ? schema['x-en']?.description : undefined) ?? schema.description

/** Names of the language's own, which mean nothing to whoever fills in a form: `appointment`, `quotas`. */
const OWN_NAME = /(?<![A-Za-z])[a-z][A-Za-z]{3,}/

/** What is worth saying under a field: what its property says, unless that speaks to whoever writes JSON. */
export function hintOf({ name, own }: Part, language: Language): string | undefined {
  const isWhole = name === null || own.title === undefined
  const described = isWhole || own.description !== undefined ? own : {}
  return OWN_NAME.test(described.description ?? '') ? undefined : descriptionOf(described, language)
}
