import type { Json } from './case.ts'

/** Turns an instant into the wall time a case is written in; undefined for what is none. */
export type WallOf = (value: Json) => string | undefined

const WALL = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/
const show = (value: Json): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 600 ? `${text.slice(0, 600)}…` : text
}

/**
 * The first difference, or undefined. Objects are compared by the keys that are expected, lists item by item, instants by the wall
 * time at the shop. Besides: `$says` texts that a text contains, `$has` items that a list contains, `$count` its length,
 * `$not` what it may not be.
 */
export function difference(actual: Json, expected: Json, wallOf: WallOf, path = ''): string | undefined {
  const differs = () => `${path || '/'}: expected ${show(expected)}, got ${show(actual)}`
  if (typeof expected === 'string' && WALL.test(expected)) return wallOf(actual) === expected ? undefined : differs()
  if (typeof expected !== 'object' || expected === null) return actual === expected ? undefined : differs()
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs()
    return firstOf(expected.map((item, at) => () => difference(actual[at], item, wallOf, `${path}/${at}`)))
  }
  if ('$says' in expected) {
    const texts: string[] = [expected.$says].flat()
    return texts.every((text) => String(actual).includes(text)) ? undefined : differs()
  }
  if ('$count' in expected) return actual?.length === expected.$count ? undefined : differs()
  if ('$not' in expected) return difference(actual, expected.$not, wallOf) === undefined ? differs() : undefined
  if ('$has' in expected) {
    const items: Json[] = Array.isArray(actual) ? actual : []
    const found = (wanted: Json) => items.some((item) => difference(item, wanted, wallOf) === undefined)
    return [expected.$has].flat().every(found) ? undefined : differs()
  }
  if (typeof actual !== 'object' || actual === null) return differs()
  return firstOf(
    Object.entries(expected).map(
      ([key, item]) =>
        () =>
          difference(actual[key], item, wallOf, `${path}/${key}`),
    ),
  )
}

function firstOf(looks: readonly (() => string | undefined)[]): string | undefined {
  for (const look of looks) {
    const found = look()
    if (found !== undefined) return found
  }
  return undefined
}
