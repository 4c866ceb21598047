import { isObject } from './bson.ts'
import type { Document } from './bson.ts'

export const splitPath = (path: string): readonly string[] => path.split('.')

export const isIndex = (part: string): boolean => /^(0|[1-9]\d{0,6})$/.test(part)

const own = (document: Document, name: string): unknown => (Object.hasOwn(document, name) ? document[name] : undefined)

/**
 * Visits what `parts` leads to as a query sees it: an array on the way stands for each of its documents, and for the
 * element a numeric part names. `position` is the place in the first array passed. Stops, with true, when `visit` says true.
 */
export function walk(
  value: unknown,
  parts: readonly string[],
  visit: (value: unknown, position: number | undefined) => boolean,
  depth = 0,
  position?: number,
): boolean {
  const part = parts[depth]
  if (part === undefined) return visit(value, position)
  if (isObject(value)) return walk(own(value, part), parts, visit, depth + 1, position)
  if (!Array.isArray(value)) return visit(undefined, position)
  const items = value as readonly unknown[]
  if (isIndex(part) && Number(part) < items.length && walk(items[Number(part)], parts, visit, depth + 1, position))
    return true
  return items.some((item, i) => isObject(item) && walk(item, parts, visit, depth, position ?? i))
}

/** The value at a path that passes no array but by index; undefined when there is none. */
export function valueAt(document: unknown, parts: readonly string[]): unknown {
  let value = document
  for (const part of parts) {
    if (isObject(value)) value = own(value, part)
    else if (Array.isArray(value) && isIndex(part)) value = (value as readonly unknown[])[Number(part)]
    else return undefined
  }
  return value
}

/** The value at a path as an aggregation expression sees it: an array stands for the array of its documents' values. */
export function gathered(value: unknown, parts: readonly string[], depth = 0): unknown {
  const part = parts[depth]
  if (part === undefined) return value
  if (isObject(value)) return gathered(own(value, part), parts, depth + 1)
  if (!Array.isArray(value)) return undefined
  return (value as readonly unknown[])
    .map((item) => (isObject(item) || Array.isArray(item) ? gathered(item, parts, depth) : undefined))
    .filter((item) => item !== undefined)
}
