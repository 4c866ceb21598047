import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { encodeKey } from './keys.ts'
import { compileFilter } from './match.ts'
import type { Filter } from './match.ts'
import { splitPath, walk } from './paths.ts'
import { parseSort } from './sort.ts'
import type { SortSpec } from './sort.ts'

/** An index as it is stored in the catalog. */
export interface IndexSpec {
  readonly name: string
  readonly key: Document
  readonly unique?: boolean
  readonly sparse?: boolean
  readonly partialFilterExpression?: Document
  readonly expireAfterSeconds?: number
}

export interface KeySet {
  readonly keys: readonly Buffer[]
  /** Places in the index's key whose values came from arrays. */
  readonly arrays: readonly number[]
  /** Whether some key was too long to keep its order. */
  readonly long: boolean
}

export const NO_KEYS: KeySet = { keys: [], arrays: [], long: false }

/** An index at work: its spec, the range of keys it owns, and what it has learned about its documents. */
export class Index {
  readonly spec: IndexSpec
  readonly range: number
  readonly fields: SortSpec
  readonly directions: readonly number[]
  readonly partial: Filter | undefined
  /** Places of the key that held an array in some document; never unlearned. */
  readonly arrays: Set<number>
  hasLongKeys: boolean
  private readonly paths: readonly (readonly string[])[]

  constructor(spec: IndexSpec, range: number, arrays: readonly number[] = [], hasLongKeys = false) {
    this.spec = spec
    this.range = range
    this.fields = parseSort(spec.key)
    this.directions = this.fields.map(([, direction]) => direction)
    this.paths = this.fields.map(([path]) => splitPath(path))
    this.partial = spec.partialFilterExpression ? compileFilter(spec.partialFilterExpression) : undefined
    this.arrays = new Set(arrays)
    this.hasLongKeys = hasLongKeys
  }

  /** The keys of one document, each once. Throws CannotIndexParallelArrays. */
  keysOf(document: Document): KeySet {
    if (this.partial && !this.partial.test(document)) return NO_KEYS
    const values = this.paths.map((path) => indexedValues(document, path))
    if (this.spec.sparse && values.every(({ items }) => items.every((item) => item === undefined))) return NO_KEYS
    const arrays = values.flatMap(({ root }, i) => (root === undefined ? [] : [i]))
    if (arrays.length === 0) {
      const { key, long } = encodeKey(
        values.map(({ items }) => items[0] ?? null),
        this.directions,
      )
      return { keys: [key], arrays, long }
    }
    const roots = new Set(arrays.map((i) => values[i]?.root))
    if (roots.size > 1)
      throw new CommandError('CannotIndexParallelArrays', `cannot index parallel arrays [${[...roots].join('] [')}]`)
    const rows = arrays.length === 1 ? crossed(values) : this.rowsOfArray(document, [...roots][0] ?? '')
    const seen = new Map<string, Buffer>()
    let long = false
    for (const row of rows) {
      const encoded = encodeKey(row, this.directions)
      long ||= encoded.long
      seen.set(encoded.key.toString('latin1'), encoded.key)
    }
    return { keys: [...seen.values()], arrays, long }
  }

  /** Where several fields lie in one array, each of its elements makes its own row. */
  private rowsOfArray(document: Document, root: string): unknown[][] {
    const rootParts = splitPath(root)
    const rows: unknown[][] = []
    walk(document, rootParts, (array) => {
      const elements = Array.isArray(array) && array.length > 0 ? (array as unknown[]) : [undefined]
      for (const element of elements) {
        const values = this.paths.map((path, i) =>
          this.fields[i]?.[0] === root || this.fields[i]?.[0].startsWith(`${root}.`)
            ? indexedValues({ element }, ['element', ...path.slice(rootParts.length)])
            : indexedValues(document, path),
        )
        rows.push(...crossed(values))
      }
      return false
    })
    return rows
  }
}

interface Indexed {
  readonly items: readonly unknown[]
  /** The path of the array the items came from. */
  readonly root: string | undefined
}

function indexedValues(document: Document, path: readonly string[]): Indexed {
  const items: unknown[] = []
  let root = arrayOnPath(document, path)
  walk(document, path, (value) => {
    if (Array.isArray(value)) {
      root ??= path.join('.')
      if (value.length === 0) items.push(undefined)
      else items.push(...(value as unknown[]))
    } else items.push(value)
    return false
  })
  if (items.length === 0) items.push(null)
  return { items: root === undefined ? items : items.map((item) => (item === undefined ? null : item)), root }
}

function arrayOnPath(document: unknown, path: readonly string[]): string | undefined {
  let value = document
  for (const [i, part] of path.entries()) {
    if (Array.isArray(value)) return path.slice(0, i).join('.')
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.hasOwn(value, part) ? (value as Document)[part] : undefined
  }
  return undefined
}

function crossed(values: readonly Indexed[]): unknown[][] {
  return values.reduce<unknown[][]>(
    (rows, { items }) => rows.flatMap((row) => items.map((item) => [...row, item ?? null])),
    [[]],
  )
}
