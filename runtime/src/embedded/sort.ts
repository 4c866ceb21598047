import { decode, isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { toInteger } from './numbers.ts'
import { Held, sizeOf } from './memory.ts'
import { compareValues } from './order.ts'
import { splitPath, walk } from './paths.ts'
import type { Found } from './scan.ts'

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

interface Sortable<T> {
  readonly item: T
  readonly values: readonly unknown[]
  readonly bytes: number
}

/**
 * Puts items in order, equal ones as they came, and holds no more than twice the `most` that are asked for.
 * Throws QueryExceededMemoryLimitNoDiskUseAllowed for more than may be held.
 */
class Sorter<T> {
  private held: Sortable<T>[] = []
  private readonly memory = new Held('Sort')
  private readonly paths: readonly (readonly [parts: readonly string[], direction: 1 | -1])[]
  private readonly most: number

  constructor(spec: SortSpec, most: number) {
    this.paths = spec.map(([path, direction]) => [splitPath(path), direction] as const)
    this.most = most
  }

  add(item: T, document: Document, bytes: number): void {
    this.held.push({
      item,
      values: this.paths.map(([parts, direction]) => sortValue(document, parts, direction)),
      bytes,
    })
    this.memory.add(bytes)
    if (this.held.length >= 2 * this.most + 100) this.cut()
  }

  private cut(): void {
    this.order()
    for (const { bytes } of this.held.splice(this.most)) this.memory.remove(bytes)
  }

  private order(): void {
    this.held.sort((a, b) => {
      for (const [i, [, direction]] of this.paths.entries()) {
        const order = compareValues(a.values[i], b.values[i])
        if (order) return order * direction
      }
      return 0
    })
  }

  *sorted(): Iterable<T> {
    this.order()
    // The last first, so that each is let go of when it was given out.
    const rest = this.held.reverse()
    for (let left = this.most, next = rest.pop(); next && left > 0; next = rest.pop(), left--) yield next.item
  }
}

/** Documents of a pipeline in order. */
export function* sortDocuments(documents: Iterable<Document>, spec: SortSpec): Iterable<Document> {
  const sorter = new Sorter<Document>(spec, Infinity)
  for (const document of documents) sorter.add(document, document, sizeOf(document))
  yield* sorter.sorted()
}

/** The first `most` stored documents in order, held as the bytes that are stored. */
export function* sortFound(found: Iterable<Found>, spec: SortSpec, most: number): Iterable<Found> {
  const sorter = new Sorter<Omit<Found, 'document'>>(spec, most)
  for (const { idKey, raw, trace, document } of found) sorter.add({ idKey, raw, trace }, document, raw.length + 200)
  for (const one of sorter.sorted())
    yield {
      ...one,
      get document() {
        return decode(one.raw)
      },
    }
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
