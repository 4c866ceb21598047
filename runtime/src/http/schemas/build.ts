/** A JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 uses it. */
export type Schema = { readonly [keyword: string]: unknown }

type Properties = Readonly<Record<string, Schema>>

/** A closed object: what is not named is refused. */
export const object = (required: Properties, optional: Properties = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})
export const string: Schema = { type: 'string' }
export const text = (least: number, most: number): Schema => ({ type: 'string', minLength: least, maxLength: most })
export const pattern = (regex: string, most = 200): Schema => ({ type: 'string', pattern: regex, maxLength: most })
export const integer: Schema = { type: 'integer' }
export const between = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum })
export const number: Schema = { type: 'number' }
export const boolean: Schema = { type: 'boolean' }
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const constant = (value: unknown): Schema => ({ const: value })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const map = (values: Schema, most = 100): Schema => ({
  type: 'object',
  additionalProperties: values,
  maxProperties: most,
})
export const anything: Schema = {}
export const openObject: Schema = { type: 'object' }
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const either = (...schemas: readonly Schema[]): Schema => ({ anyOf: schemas })
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
/** `also` added to an object made by {@link object}. */
export const extended = (base: Schema, also: Properties): Schema => ({
  ...base,
  properties: { ...(base.properties as Properties), ...also },
  required: [...(base.required as string[]), ...Object.keys(also)],
})

export const id = pattern('^[a-z][a-z0-9-]{0,39}$', 40)
export const orderState = oneOf('pending', 'awaiting_approval', 'confirmed', 'completed', 'expired', 'cancelled')
/** `next` of the page before. */
export const pageMark = pattern('^\\d{1,6}$', 6)
export const day = { ...pattern('^\\d{4}-\\d{2}-\\d{2}$', 10), description: 'A day at the shop, such as 2026-12-02.' }
export const wallTime = { ...string, description: 'A time at the shop, such as 14:30.' }
export const instant = { ...string, format: 'date-time', description: 'UTC, such as 2026-12-02T06:00:00.000Z.' }
export const fen = { ...integer, description: 'Fen.' }
