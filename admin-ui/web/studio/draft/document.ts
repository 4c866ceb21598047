/** Reading and changing a description by JSON Pointer (RFC 6901); changes share all that stays the same. */

export const pointerOf = (...tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export const tokensOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Undefined where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document
  for (const token of tokensOf(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)] as unknown
    else if (isRecord(value) && Object.hasOwn(value, token)) value = value[token]
    else return undefined
  }
  return value
}

/** The document with `value` at `pointer`; undefined takes the entry away. Objects on the way are made when missing. */
export function withValue(document: unknown, pointer: string, value: unknown): unknown {
  return change(document, tokensOf(pointer), value)
}

function change(document: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value
  if (Array.isArray(document)) {
    const copy = [...(document as unknown[])]
    const index = Number(token)
    if (rest.length === 0 && value === undefined) copy.splice(index, 1)
    else copy[index] = change(copy[index], rest, value)
    return copy
  }
  const record = isRecord(document) ? document : {}
  const next = change(record[token], rest, value)
  if (next !== undefined) return { ...record, [token]: next }
  const { [token]: _gone, ...others } = record
  return others
}

/** The list at `pointer` with `value` put in before `index` (at the end when left out). */
export function withInserted(document: unknown, pointer: string, value: unknown, index?: number): unknown {
  const list = listOf(valueAt(document, pointer))
  return withValue(document, pointer, list.toSpliced(index ?? list.length, 0, value))
}

/** The list at `pointer` with one entry at another place. */
export function withMoved(document: unknown, pointer: string, from: number, to: number): unknown {
  const list = listOf(valueAt(document, pointer))
  if (from === to || to < 0 || to >= list.length) return document
  return withValue(document, pointer, list.toSpliced(from, 1).toSpliced(to, 0, list[from]))
}

/** A description may hold anything anywhere: what is no list reads as an empty one, and so on. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
/** A string, a number or a yes as text; '' for anything else. */
export const plainOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
export const stringsOf = (value: unknown): string[] =>
  listOf(value).filter((entry): entry is string => typeof entry === 'string')

/** First identifier `<kind>-<n>` that none of the entries has. */
export function freeId(entries: readonly unknown[], kind: string, glue = '-'): string {
  const taken = new Set(entries.map((entry) => recordOf(entry)['id']))
  for (let number = entries.length + 1; ; number += 1) {
    const id = `${kind}${glue}${number}`
    if (!taken.has(id)) return id
  }
}
