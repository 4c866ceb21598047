import { type Schema, target, titleOf } from './schema.ts'
import { code, in2, inline, type Locale } from './words.ts'

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'text'],
  integer: ['整数', 'whole number'],
  number: ['数字', 'number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表', 'list'],
  object: ['一组属性', 'object'],
}

function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return `${least}–${most}`
  return least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : ''
}

/** Bounds of a number, a text or a list, in words. */
function limits(schema: Schema, locale: Locale): string {
  const say = in2(locale)
  const numbers =
    schema.exclusiveMinimum === undefined ? range(schema.minimum, schema.maximum) : `> ${schema.exclusiveMinimum}`
  const length = range(schema.minLength, schema.maxLength)
  const items = range(schema.minItems, schema.maxItems)
  return [
    numbers,
    length && say(`${length} 个字`, `${length} characters`),
    items && say(`${items} 项`, `${items} items`),
    schema.uniqueItems === true ? say('不重复', 'none twice') : '',
    schema.pattern === undefined ? '' : code(schema.pattern),
  ]
    .filter((part) => part !== '')
    .join(say('，', ', '))
}

/** What may be written, with its bounds and links to what has a section of its own. */
export function typeOf(schema: Schema, locale: Locale, anchorOf: (schema: Schema) => string | undefined): string {
  const say = in2(locale)
  const bounds = limits(schema, locale)
  const bounded = (name: string): string => (bounds === '' ? name : say(`${name}（${bounds}）`, `${name} (${bounds})`))
  const anchor = anchorOf(schema)
  if (anchor !== undefined) {
    const { $ref } = schema
    return bounded(`[${titleOf($ref === undefined ? schema : target({ $ref }), locale)}](#${anchor})`)
  }
  if (schema.const !== undefined) return code(inline(schema.const))
  if (schema.enum) return schema.enum.map((value) => code(inline(value))).join(' · ')
  if (schema.oneOf) return schema.oneOf.map((branch) => typeOf(branch, locale, anchorOf)).join(say(' 或 ', ' or '))
  if (schema.type === 'array' && schema.items)
    return bounded(
      say(`列表：${typeOf(schema.items, locale, anchorOf)}`, `list of ${typeOf(schema.items, locale, anchorOf)}`),
    )
  if (typeof schema.additionalProperties === 'object') {
    const inner = typeOf(schema.additionalProperties, locale, anchorOf)
    return say(`名字 → ${inner}`, `names → ${inner}`)
  }
  const types = [schema.type ?? 'object'].flat().map((type) => say(...(NAMES[type] ?? [type, type])))
  return bounded(types.join(say('、', ', ')))
}
