import { ObjectId } from 'bson'
import { MAX_DOCUMENT_BYTES, decode, encode, isObject, typeOf } from './bson.ts'
import type { Document } from './bson.ts'
import { learnedKey } from './catalog-keys.ts'
import { CommandError } from './errors.ts'
import { Index, NO_KEYS } from './index-keys.ts'
import { encodeKey, inRange } from './keys.ts'
import { compileFilter, soleId } from './match.ts'
import type { Filter } from './match.ts'
import { isPattern } from './match-operators.ts'
import { hintedIndex, planQuery } from './planner.ts'
import type { Plan } from './planner.ts'
import { resumable } from './reading.ts'
import type { Reading } from './reading.ts'
import { scan } from './scan.ts'
import type { Found, ScanState } from './scan.ts'
import { parseSort, sortFound } from './sort.ts'
import { valueAt, splitPath } from './paths.ts'
import { keyText } from './view.ts'
import type { View, Writer } from './view.ts'

export interface FindOptions {
  readonly sort?: unknown
  readonly skip?: number
  /** 0 or undefined for no limit. */
  readonly limit?: number
  readonly hint?: unknown
}

/** Documents by `_id`, and the indexes that are kept with every change. */
export class Collection {
  readonly namespace: string
  readonly range: number
  readonly options: Document
  indexes: readonly Index[]
  /** When its indexes last changed, on the clock of the transactions. */
  schemaChange = 0

  constructor(namespace: string, range: number, options: Document, indexes: readonly Index[]) {
    this.namespace = namespace
    this.range = range
    this.options = options
    this.indexes = [new Index({ name: '_id_', key: { _id: 1 }, unique: true }, range), ...indexes]
  }

  documentKey(idKey: Buffer): Buffer {
    return inRange(this.range, idKey)
  }

  /** Stores a new document. Throws DuplicateKey. `raw` must be the bytes of `document`. */
  insert(writer: Writer, document: Document, raw: Buffer): void {
    const idKey = encodeKey([document['_id']]).key
    const key = this.documentKey(idKey)
    writer.claim(key)
    if (writer.get(key)) throw this.duplicate(this.indexes[0] as Index, document)
    this.changeIndexes(writer, idKey, undefined, document)
    writer.put(key, raw)
  }

  replace(writer: Writer, idKey: Buffer, before: Document, document: Document, raw: Buffer): void {
    if (raw.length > MAX_DOCUMENT_BYTES) throw tooLarge()
    const key = this.documentKey(idKey)
    writer.claim(key)
    this.changeIndexes(writer, idKey, before, document)
    writer.put(key, raw)
  }

  remove(writer: Writer, idKey: Buffer, before: Document): void {
    const key = this.documentKey(idKey)
    writer.claim(key)
    this.changeIndexes(writer, idKey, before, undefined)
    writer.remove(key)
  }

  private changeIndexes(
    writer: Writer,
    idKey: Buffer,
    before: Document | undefined,
    document: Document | undefined,
  ): void {
    const changes = this.indexes.slice(1).map((index) => {
      const old = before ? index.keysOf(before) : NO_KEYS
      const fresh = document ? index.keysOf(document) : NO_KEYS
      const kept = new Set(old.keys.map(keyText))
      const wanted = new Set(fresh.keys.map(keyText))
      return {
        index,
        fresh,
        gone: old.keys.filter((part) => !wanted.has(keyText(part))).map((part) => entryKey(index, part, idKey)),
        added: fresh.keys.filter((part) => !kept.has(keyText(part))).map((part) => entryKey(index, part, idKey)),
      }
    })
    // All is checked before anything is written, so that a refused document leaves no trace.
    for (const { index, gone, added } of changes) {
      if (!index.spec.unique) continue
      for (const key of [...gone, ...added]) writer.claim(key)
      for (const key of added) {
        const owner = writer.get(key)
        if (owner && !owner.equals(idKey)) throw this.duplicate(index, document ?? {})
      }
    }
    for (const { index, fresh, gone, added } of changes) {
      for (const key of gone) writer.remove(key)
      for (const key of added) writer.put(key, idKey)
      if (fresh.arrays.length > 0 || fresh.long) learn(writer, index, fresh.arrays, fresh.long)
    }
  }

  /** Fills a new index. Throws DuplicateKey when the documents there are break its uniqueness. */
  build(writer: Writer, index: Index): void {
    for (const { key, value } of writer.range(this.documentKey(NOTHING), inRange(this.range + 1))) {
      const document = decode(value)
      const { keys, arrays, long } = index.keysOf(document)
      for (const part of keys) {
        const entry = entryKey(index, part, key.subarray(4))
        if (index.spec.unique && writer.get(entry)) throw this.duplicate(index, document)
        writer.put(entry, Buffer.from(key.subarray(4)))
      }
      learn(writer, index, arrays, long)
    }
  }

  plan(filter: Filter, options: FindOptions): Plan {
    return planQuery(this.indexes, filter, parseSort(options.sort), options.hint)
  }

  /** The documents of a query in order, all within one turn of the event loop; see {@link read}. */
  find(view: View, query: Document, options: FindOptions = {}): Iterable<Found> {
    return this.read(() => view, query, options).documents
  }

  /** The documents of a query in order, read as they are asked for; only what must be sorted is held. `view` is asked for anew after each pause. */
  read(view: () => View, query: Document, options: FindOptions = {}): Reading {
    const { skip = 0, limit = 0 } = options
    const single = soleId(query)
    if (single) {
      if (options.hint !== undefined) hintedIndex(this.indexes, options.hint)
      return resumable(() => (skip > 0 ? [] : listOf(this.byId(view(), single.id))))
    }
    const filter = compileFilter(query)
    const plan = this.plan(filter, options)
    const { documents, pause } = resumable((state) => scan(view(), this, plan, filter.test, state))
    const most = limit > 0 ? skip + limit : Infinity
    const ordered = plan.isSorted ? documents : sortFound(documents, parseSort(options.sort), most)
    return { documents: part(ordered, skip, limit), pause }
  }

  byId(view: View, id: unknown): Found | undefined {
    return this.byKey(view, encodeKey([id]).key)
  }

  byKey(view: View, idKey: Buffer): Found | undefined {
    const raw = view.get(this.documentKey(idKey))
    return raw && { idKey, raw, document: decode(raw), trace: {} }
  }

  count(view: View): number {
    return view.count(this.documentKey(NOTHING), inRange(this.range + 1))
  }

  private duplicate(index: Index, document: Document): CommandError {
    const keyValue: Document = {}
    for (const [path] of index.fields) keyValue[path] = valueAt(document, splitPath(path)) ?? null
    const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${show(value)}`)
    return new CommandError(
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.namespace} index: ${index.spec.name} dup key: { ${shown.join(', ')} }`,
      [],
      { keyPattern: index.spec.key, keyValue },
    )
  }
}

const NOTHING = Buffer.alloc(0)

const listOf = (found: Found | undefined): readonly Found[] => (found ? [found] : [])

function* part(found: Iterable<Found>, skip: number, limit: number): Iterable<Found> {
  let place = 0
  for (const one of found) {
    if (place++ < skip) continue
    yield one
    if (limit > 0 && place >= skip + limit) return
  }
}

function show(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  return typeof value === 'string' ? JSON.stringify(value) : value instanceof Date ? value.toISOString() : String(value)
}

const entryKey = (index: Index, part: Buffer, idKey: Buffer): Buffer =>
  inRange(index.range, index.spec.unique ? part : Buffer.concat([part, idKey]))

const LONG = 255

/** Remembers, in the same commit, that an index holds arrays or shortened keys: plans depend on it. */
function learn(writer: Writer, index: Index, arrays: readonly number[], long: boolean): void {
  const places = long ? [...arrays, LONG] : arrays
  for (const place of places) {
    if (place === LONG) index.hasLongKeys = true
    else index.arrays.add(place)
    const key = learnedKey(index.range, place)
    if (!writer.get(key)) writer.put(key, ONE)
  }
}
const ONE = Buffer.of(1)

export const tooLarge = (): CommandError =>
  new CommandError('BSONObjectTooLarge', `The document is larger than the limit of ${MAX_DOCUMENT_BYTES} bytes`)

function checkId(id: unknown): void {
  if (Array.isArray(id) || isPattern(id))
    throw new CommandError('BadValue', `The '_id' value cannot be of type ${typeOf(id).alias}`)
  const dollar = isObject(id) ? Object.keys(id).find((name) => name.startsWith('$')) : undefined
  if (dollar !== undefined)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    )
}

/** A document ready to be stored: with an `_id`, and that first. Throws for one that cannot be stored. */
export function prepare(document: Document, raw?: Buffer): { document: Document; raw: Buffer } {
  const [first] = Object.keys(document)
  let ready = document
  let bytes = raw
  if (first !== '_id') {
    const { _id, ...rest } = document
    ready = { _id: _id === undefined ? new ObjectId() : _id, ...rest }
    bytes = undefined
  }
  const id = ready['_id']
  checkId(id)
  bytes ??= encode(ready)
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge()
  return { document: ready, raw: bytes }
}

export type { Found, ScanState }
