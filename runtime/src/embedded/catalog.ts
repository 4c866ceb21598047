import { UUID } from 'bson'
import { decode, encode, isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { FIRST_FREE, RANGES } from './catalog-keys.ts'
import { Collection } from './collection.ts'
import { CommandError } from './errors.ts'
import { Index } from './index-keys.ts'
import type { IndexSpec } from './index-keys.ts'
import { inRange } from './keys.ts'
import { toNumber } from './numbers.ts'
import type { Numeric } from './numbers.ts'
import type { View, Writer } from './view.ts'

const allOf = (range: number): [low: Buffer, high: Buffer] => [inRange(range), inRange(range + 1)]
const EMPTY = Buffer.alloc(0)

/** Every collection and index, in memory as they are on disk. Changes are written and remembered together. */
export class Catalog {
  private readonly collections = new Map<string, Collection>()
  private nextRange = FIRST_FREE

  /** Reads everything anew from disk. */
  load(view: View): void {
    this.collections.clear()
    let highest = FIRST_FREE
    const learned = new Map<number, number[]>()
    for (const { key } of view.range(...allOf(RANGES.learned))) {
      const range = key.readUInt32BE(4)
      learned.set(range, [...(learned.get(range) ?? []), key[8] ?? 0])
    }
    for (const { key, value } of view.range(...allOf(RANGES.catalog))) {
      const record = decode(value) as unknown as CollectionRecord
      const indexes = record.indexes.map(({ spec, range }) => {
        const places = learned.get(range) ?? []
        highest = Math.max(highest, range)
        return new Index(
          spec,
          range,
          places.filter((place) => place < 255),
          places.includes(255),
        )
      })
      highest = Math.max(highest, record.range)
      const namespace = key.toString('utf8', 4)
      this.collections.set(namespace, new Collection(namespace, record.range, record.options, indexes))
    }
    for (const { key } of view.range(...allOf(RANGES.garbage))) highest = Math.max(highest, key.readUInt32BE(4))
    this.nextRange = Math.max(this.nextRange, highest + 1)
  }

  get(namespace: string): Collection | undefined {
    return this.collections.get(namespace)
  }

  /** Collections of one database, or all, by name. */
  list(database?: string): Collection[] {
    return [...this.collections.values()]
      .filter(({ namespace }) => database === undefined || namespace.startsWith(`${database}.`))
      .sort((a, b) => (a.namespace < b.namespace ? -1 : 1))
  }

  create(writer: Writer, namespace: string, options: Document = {}): Collection {
    checkNamespace(namespace)
    const collection = new Collection(namespace, this.nextRange++, { ...options, uuid: new UUID() }, [])
    this.store(writer, collection)
    this.collections.set(namespace, collection)
    return collection
  }

  drop(writer: Writer, collection: Collection): void {
    writer.remove(catalogKey(collection.namespace))
    for (const { range } of collection.indexes) discard(writer, range)
    this.collections.delete(collection.namespace)
  }

  /** Adds the indexes that are not there yet. Throws when one of that name or key is there with other options. */
  createIndexes(writer: Writer, collection: Collection, specs: readonly IndexSpec[]): void {
    const added: Index[] = []
    for (const spec of specs) {
      if (isPresent([...collection.indexes, ...added], spec)) continue
      const index = new Index(spec, this.nextRange++)
      collection.build(writer, index)
      added.push(index)
    }
    if (added.length === 0) return
    const before = collection.indexes
    collection.indexes = [...before, ...added]
    this.store(writer, collection)
  }

  dropIndexes(writer: Writer, collection: Collection, names: readonly string[]): void {
    for (const { spec, range } of collection.indexes) if (names.includes(spec.name)) discard(writer, range)
    collection.indexes = collection.indexes.filter(({ spec }) => !names.includes(spec.name))
    this.store(writer, collection)
  }

  private store(writer: Writer, { namespace, range, options, indexes }: Collection): void {
    const record: CollectionRecord = {
      range,
      options,
      indexes: indexes.slice(1).map((index) => ({ spec: index.spec, range: index.range })),
    }
    writer.put(catalogKey(namespace), encode(record as unknown as Document))
  }
}

interface CollectionRecord {
  readonly range: number
  readonly options: Document
  readonly indexes: readonly { readonly spec: IndexSpec; readonly range: number }[]
}

const catalogKey = (namespace: string): Buffer => inRange(RANGES.catalog, Buffer.from(namespace))

/** Dropped ranges are emptied later, a little at a time: see {@link collectGarbage}. */
function discard(writer: Writer, range: number): void {
  const key = Buffer.allocUnsafe(4)
  key.writeUInt32BE(range)
  writer.put(inRange(RANGES.garbage, key), EMPTY)
}

/** Removes up to `limit` keys of dropped ranges; says whether there are more. */
export function collectGarbage(writer: Writer, limit: number): boolean {
  let left = limit
  for (const { key } of writer.range(...allOf(RANGES.garbage))) {
    const range = key.readUInt32BE(4)
    for (const part of [writer.range(...allOf(range)), writer.range(...learnedRange(range))])
      for (const entry of part) {
        if (left-- <= 0) return true
        writer.remove(entry.key)
      }
    writer.remove(key)
  }
  return false
}

function learnedRange(range: number): [low: Buffer, high: Buffer] {
  const bound = (value: number): Buffer => {
    const key = Buffer.allocUnsafe(4)
    key.writeUInt32BE(value)
    return inRange(RANGES.learned, key)
  }
  return [bound(range), bound(range + 1)]
}

function isPresent(indexes: readonly Index[], spec: IndexSpec): boolean {
  const shape = (value: IndexSpec): string =>
    JSON.stringify([
      value.unique ?? false,
      value.sparse ?? false,
      value.partialFilterExpression ?? null,
      value.expireAfterSeconds ?? null,
    ])
  for (const { spec: other } of indexes) {
    const sameKey = JSON.stringify(other.key) === JSON.stringify(spec.key)
    if (other.name === spec.name) {
      if (!sameKey)
        throw new CommandError(
          'IndexKeySpecsConflict',
          `An existing index has the same name as the requested index but another key: ${spec.name}`,
        )
      if (spec.name !== '_id_' && shape(other) !== shape(spec))
        throw new CommandError(
          'IndexOptionsConflict',
          `An existing index has the same name as the requested index but other options: ${spec.name}`,
        )
      return true
    }
    if (sameKey && JSON.stringify(spec.key) === '{"_id":1}') return true
    if (sameKey && shape(other) === shape(spec))
      throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${other.name}`)
    if (sameKey && JSON.stringify(other.partialFilterExpression) === JSON.stringify(spec.partialFilterExpression))
      throw new CommandError(
        'IndexOptionsConflict',
        `An equivalent index already exists with other options: ${other.name}`,
      )
  }
  return false
}

export function checkNamespace(namespace: string): void {
  const dot = namespace.indexOf('.')
  const collection = namespace.slice(dot + 1)
  if (
    dot < 1 ||
    collection === '' ||
    /[\0$]/.test(namespace) ||
    /[/\\ "]/.test(namespace.slice(0, dot)) ||
    namespace.length > 255
  )
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${namespace}'`)
}

const SPEC_FIELDS = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'v',
  'background',
  'ns',
]
const PARTIAL_OPERATORS = /^\$(eq|gt|gte|lt|lte|exists|type|and|or|in)$/

/** Reads an index out of `createIndexes`; throws CannotCreateIndex for a kind that is not supported. */
export function readIndexSpec(source: unknown): IndexSpec {
  const refuse = (why: string): CommandError => new CommandError('CannotCreateIndex', why)
  if (!isObject(source) || !isObject(source['key']) || typeof source['name'] !== 'string')
    throw new CommandError('FailedToParse', "Each index needs a 'key' object and a 'name'")
  for (const field of Object.keys(source))
    if (!SPEC_FIELDS.includes(field))
      throw new CommandError('InvalidOptions', `The index option '${field}' is not supported`)
  const { key, name, unique, sparse, partialFilterExpression, expireAfterSeconds } = source
  const fields = Object.entries(key as Document)
  if (fields.length === 0) throw refuse('Index keys cannot be empty.')
  const plainKey: Document = {}
  for (const [path, direction] of fields) {
    if (path.includes('$') || typeof direction === 'string')
      throw refuse(`Index kind not supported: { ${path}: ${String(direction)} }`)
    const number = toNumber(direction as Numeric)
    if (!(Math.abs(number) > 0)) throw refuse(`Values in the index key pattern must be numbers other than 0: ${path}`)
    plainKey[path] = Math.sign(number)
  }
  if (partialFilterExpression !== undefined) checkPartial(partialFilterExpression, refuse)
  if (expireAfterSeconds !== undefined && fields.length > 1) throw refuse('TTL indexes are single-field indexes')
  return {
    name: name as string,
    key: plainKey,
    ...(unique === undefined ? {} : { unique: Boolean(unique) }),
    ...(sparse === undefined ? {} : { sparse: Boolean(sparse) }),
    ...(partialFilterExpression === undefined ? {} : { partialFilterExpression: partialFilterExpression as Document }),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds: toNumber(expireAfterSeconds as Numeric) }),
  }
}

function checkPartial(filter: unknown, refuse: (why: string) => CommandError): void {
  if (!isObject(filter)) throw refuse('partialFilterExpression must be an object')
  for (const [name, value] of Object.entries(filter)) {
    if (name.startsWith('$') && !PARTIAL_OPERATORS.test(name))
      throw refuse(`Expression not supported in partial index: ${name}`)
    if (name === '$exists' && value !== true) throw refuse('Expression not supported in partial index: $exists: false')
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isObject(part)) checkPartial(part, refuse)
  }
}
