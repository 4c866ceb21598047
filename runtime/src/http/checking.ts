import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { Refusal, type FieldFault } from '../domain/index.ts'
import type { Operation } from './operation.ts'
import { SCHEMAS } from './schemas/index.ts'

/** Checks the input of one operation. Each refuses INPUT_INVALID, naming the fields. */
export interface InputCheck {
  query(given: URLSearchParams): unknown
  body(given: unknown): unknown
}

const strict = ajvWith(false)
// Everything in a query is text: `days=7` becomes a number.
const coercing = ajvWith(true)

function ajvWith(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, coerceTypes })
  // Under CommonJS interop the plugin may be its own default.
  ;(addFormats as unknown as { default?: typeof addFormats.default }).default?.(ajv)
  ajv.addKeyword('components')
  return ajv.addSchema({ $id: 'api', components: { schemas: SCHEMAS } })
}

/** The check of a named shape; also used to hold answers against the document. */
export function checkOf(name: string): ValidateFunction {
  const check = strict.getSchema(`api#/components/schemas/${name}`)
  if (!check) throw new Error(`There is no schema named ${name}.`)
  return check
}

export function inputCheck({ body, query = [] }: Operation): InputCheck {
  const bodyCheck = body === undefined ? undefined : checkOf(body)
  const queryCheck = coercing.compile({
    type: 'object',
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  })
  const deep = new Set(query.filter(({ style }) => style === 'deep').map(({ name }) => name))
  return {
    query(given) {
      const value = nested(given, deep)
      if (!queryCheck(value)) throw invalid(queryCheck.errors ?? [])
      return value
    },
    body(given) {
      const deep = fieldTooDeep(given)
      if (deep !== undefined) throw new Refusal('INPUT_INVALID', { field: deep })
      if (bodyCheck && !bodyCheck(given ?? {})) throw invalid(bodyCheck.errors ?? [])
      return given ?? {}
    },
  }
}

const MOST_LEVELS = 20

/** The field (its first two names) that is nested deeper than any answer is: what comes later recurses. */
function fieldTooDeep(value: unknown, field = '', level = 0): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (level > MOST_LEVELS) return field
  for (const [name, member] of Object.entries(value)) {
    const path = level === 0 ? name : level === 1 ? `${field}.${name}` : field
    const found = fieldTooDeep(member, path, level + 1)
    if (found !== undefined) return found
  }
  return undefined
}

/** `options[length]=long` → `{ options: { length: 'long' } }`; of a name given twice the last counts. */
function nested(given: URLSearchParams, deep: ReadonlySet<string>): Record<string, unknown> {
  const value: Record<string, unknown> = Object.create(null)
  for (const [name, text] of given) {
    const [, outer = '', inner = ''] = /^(\w{1,40})\[([\w-]{1,40})\]$/.exec(name) ?? []
    if (!deep.has(outer)) value[name] = text
    else value[outer] = Object.assign(Object.create(null), value[outer], { [inner]: text })
  }
  return value
}

function invalid(errors: readonly ErrorObject[]): Refusal {
  const faults = new Map<string, FieldFault>()
  // 'Fits none of them' says less than why each does not.
  const telling = errors.some(({ keyword }) => keyword !== 'anyOf')
    ? errors.filter(({ keyword }) => keyword !== 'anyOf')
    : errors
  // A field that nobody knows is told first: it is what a client has misspelt.
  const sorted = telling.toSorted(
    (a, b) => Number(b.keyword === 'additionalProperties') - Number(a.keyword === 'additionalProperties'),
  )
  for (const error of sorted) {
    const field = fieldOf(error)
    if (!faults.has(field)) faults.set(field, { field, code: error.keyword, message: sentenceOf(error) })
  }
  const [first] = faults.values()
  return new Refusal('INPUT_INVALID', { ...(first && { field: first.field }), faults: [...faults.values()] })
}

function fieldOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath.split('/').slice(1)
  if (keyword === 'additionalProperties') path.push(String(params.additionalProperty))
  if (keyword === 'required') path.push(String(params.missingProperty))
  return path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')
}

function sentenceOf({ keyword, params }: ErrorObject): FieldFault['message'] {
  switch (keyword) {
    case 'additionalProperties':
      return { 'zh-CN': '没有这个字段。', en: 'There is no such field.' }
    case 'required':
      return { 'zh-CN': '缺少这个字段。', en: 'This field is missing.' }
    case 'maxLength':
      return { 'zh-CN': `最多 ${params.limit} 个字符。`, en: `At most ${params.limit} characters.` }
    case 'enum':
      return {
        'zh-CN': `只能是 ${(params.allowedValues as unknown[]).join('、')}。`,
        en: `One of ${(params.allowedValues as unknown[]).join(', ')}.`,
      }
    default:
      return { 'zh-CN': '内容或格式不对。', en: 'The value or its format is not right.' }
  }
}
