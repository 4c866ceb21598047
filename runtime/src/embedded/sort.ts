import { isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { toInteger } from './numbers.ts'
import { compareValues } from './order.ts'
import { splitPath, walk } from './paths.ts'

export type SortSpec = readonly (readonly [path: string, direction: 1 | -1])[]

/** Reads a sort or index order. Throws `CommandError` BadValue. */
export function parseSort(source: unknown): SortSpec {
  if (source === undefined || source === null) return []
  if (!isObject(source)) throw new CommandError('TypeMismatch', 'a sort must be an object')
  return Object.entries(source).map(([path, value]) => {
    if (path.startsWith('$')) throw new CommandError('BadValue', `Sort by ${path} is not supported`)
    const direction = toInteger(value)
    if (direction !== 1 && direction !== -1)
      throw new CommandError('BadValue', 'A sort order must be 1 (ascending) or -1 (descending)')
    return [path, direction] as const
  })
}

/** What a document sorts by on one path: of an array its least element going up, its greatest going down. */
function sortValue(document: unknown, parts: readonly string[], direction: 1 | -1): unknown {
  let best: unknown
  let found = false
  const offer = (value: unknown): void => {
    if (!found || compareValues(value, best) * direction < 0) best = value
    found = true
  }
  walk(document, parts, (value) => {
    if (!Array.isArray(value)) offer(value ?? null)
    else if (value.length === 0) offer(undefined)
    else for (const item of value) offer(item)
    return false
  })
  return found ? best : null
}

/** Sorts documents held in `items`; equal ones keep their order. */
export function sortDocuments<T>(items: readonly T[], documentOf: (item: T) => Document, spec: SortSpec): T[] {
  const paths = spec.map(([path, direction]) => [splitPath(path), direction] as const)
  const keyed = items.map((item) => ({
    item,
    values: paths.map(([parts, direction]) => sortValue(documentOf(item), parts, direction)),
  }))
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of paths.entries()) {
      const order = compareValues(a.values[i], b.values[i])
      if (order) return order * direction
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}

/** Order of two values each sorted by `spec`; used where values are not whole documents. */
export const comparator =
  (spec: SortSpec): ((a: unknown, b: unknown) => number) =>
  (a, b) => {
    for (const [path, direction] of spec) {
      const parts = splitPath(path)
      const order = compareValues(sortValue(a, parts, direction), sortValue(b, parts, direction))
      if (order) return order * direction
    }
    return 0
  }
