import { shopSchema } from '../../src/generated/schema.ts'
import { followed, type Schema as Walked } from '../../src/walk.ts'
import { type Locale } from './words.ts'

/** The part of JSON Schema that a reference shows. */
export interface Schema extends Omit<Walked, 'properties' | 'items' | 'oneOf' | '$defs'> {
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly pattern?: string
  readonly additionalProperties?: boolean | Schema
  readonly format?: string
}

export const root = shopSchema as unknown as Schema

/** The definition a reference names; undefined for what is written in place. */
export const referred = ({ $ref }: Schema): string | undefined => $ref?.replace('#/$defs/', '')

export const target = (schema: Schema): Schema => followed(root, schema) as Schema

export const titleOf = ({ title = '', 'x-en': english }: Schema, locale: Locale): string =>
  locale === 'en' ? (english?.title ?? title) : title

export const descriptionOf = ({ description = '', 'x-en': english }: Schema, locale: Locale): string =>
  locale === 'en' ? (english?.description ?? '') : description

/** An example of what a schema describes: the one that is given, or one made of those of its parts. */
export function exampleOf(schema: Schema): unknown {
  const at = target(schema)
  if (at.examples) return at.examples[0]
  if (at.const !== undefined) return at.const
  if (at.default !== undefined) return at.default
  if (at.enum) return at.enum[0]
  if (at.oneOf?.[0]) return exampleOf(at.oneOf[0])
  if (at.type === 'array') return at.items ? [exampleOf(at.items)] : []
  if (at.type === 'object')
    return Object.fromEntries((at.required ?? []).map((key) => [key, exampleOf(at.properties?.[key] ?? {})]))
  if (at.type === 'boolean') return true
  if (at.type === 'integer' || at.type === 'number') return at.minimum ?? 1
  return '…'
}
