import { shopSchema } from '@kaidian/schemas'
import type { Language } from '../../common/i18n.ts'
import { recordOf, stringOf, tokensOf, valueAt } from '../draft/document.ts'
import { shownText } from '../draft/words.ts'

type Schema = Readonly<Record<string, unknown>>

/** Units of how a value is kept; it is shown in others. */
const UNIT = / ?[(\uFF08](分|万分比|fen|basis points)[)\uFF09]$/

/** The schema of a property or entry, through references and choices; null where the language knows none. */
function stepInto(schema: Schema | null, token: string): Schema | null {
  if (!schema) return null
  const resolved = follow(schema)
  const property = recordOf(recordOf(resolved['properties'])[token])
  if (Object.keys(property).length > 0) return property
  if (/^\d+$/.test(token) && resolved['items'] !== undefined) return recordOf(resolved['items'])
  const branches = Array.isArray(resolved['oneOf']) ? (resolved['oneOf'] as unknown[]) : []
  for (const branch of branches) {
    const found = stepInto(recordOf(branch), token)
    if (found) return found
  }
  return null
}

function follow(schema: Schema): Schema {
  const reference = schema['$ref']
  if (typeof reference !== 'string') return schema
  if (!reference.startsWith('#')) return schema
  const target = recordOf(valueAt(shopSchema, reference.slice(1)))
  return { ...target, ...schema, $ref: undefined, ...('$ref' in target ? follow(target) : {}) }
}

/** A pointer in people's words, from the titles of the language: `服务 › 洗剪吹 › 价目 › 总监 › 价格`. */
export function placeWords(document: unknown, pointer: string, language: Language): string {
  let schema: Schema | null = shopSchema as unknown as Schema
  let value = document
  const words: string[] = []
  for (const token of tokensOf(pointer)) {
    schema = stepInto(schema, token)
    value = Array.isArray(value) ? (value as unknown[])[Number(token)] : recordOf(value)[token]
    const record = recordOf(value)
    const own = shownText(record['title'] ?? record['name'] ?? record['label'], language)
    if (/^\d+$/.test(token)) words.push(own || stringOf(record['id']) || String(Number(token) + 1))
    else if (token === 'zh-CN' || token === 'en') words.push(token === 'en' ? 'EN' : '中')
    else {
      const title = schema ? (language === 'en' ? recordOf(schema['x-en'])['title'] : schema['title']) : undefined
      words.push(typeof title === 'string' ? title.replace(UNIT, '') : token)
    }
  }
  return words.join(' › ')
}
