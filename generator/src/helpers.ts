import { comment, env, html, json, lit, md, yaml } from './escape.ts'
import { identifier, slug, typeName } from './naming.ts'

/** A name in the output, from an id: anything else is a bug of the pack. */
const named =
  (make: (id: string) => string) =>
  (value: unknown): string => {
    if (typeof value !== 'string') throw new TypeError('a name is made from an id')
    return make(value)
  }

/** All that a template can call: doors for words, and names. */
export const HELPERS = {
  lit,
  json,
  yaml,
  md,
  html,
  env,
  comment,
  identifier: named(identifier),
  typeName: named(typeName),
  slug: named(slug),
} as const satisfies Record<string, (value: unknown) => string>
