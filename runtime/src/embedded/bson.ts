import {
  BSONRegExp,
  Binary,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  serialize,
} from 'bson'
import { CommandError } from './errors.ts'

/**
 * Documents as the server holds them: plain objects, with every number keeping its BSON type.
 * A plain number is an int32 when it is a whole number of that range, else a double; a double
 * that happens to be such a whole number is a `Double`; int64 is a `Long`.
 */
export type Document = Record<string, unknown>

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const INT32_MAX = 2147483647
const INT32_MIN = -2147483648

export const isInt32 = (value: number): boolean =>
  Number.isInteger(value) && value <= INT32_MAX && value >= INT32_MIN && !Object.is(value, -0)

/** Holds a double so that writing it again makes a double. */
export const double = (value: number): number | Double => (isInt32(value) ? new Double(value) : value)

export const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

export function encode(document: Document): Buffer {
  const bytes = serialize(document)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

class Reader {
  at: number
  readonly bytes: Buffer

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }

  name(): string {
    const { bytes } = this
    const start = this.at
    let end = start
    let ascii = true
    for (; ; end++) {
      const byte = bytes[end]
      if (byte === undefined) throw invalid('a name does not end')
      if (byte === 0) break
      if (byte > 127) ascii = false
    }
    this.at = end + 1
    return ascii ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end)
  }

  int(): number {
    const value = this.bytes.readInt32LE(this.at)
    this.at += 4
    return value
  }

  text(): string {
    const length = this.int()
    const end = this.at + length - 1
    if (length < 1 || this.bytes[end] !== 0) throw invalid('a string does not end')
    const value = this.bytes.toString('utf8', this.at, end)
    this.at = end + 1
    return value
  }

  long(): Long {
    const value = new Long(this.bytes.readInt32LE(this.at), this.bytes.readInt32LE(this.at + 4))
    this.at += 8
    return value
  }

  copy(length: number): Buffer {
    if (length < 0 || this.at + length > this.bytes.length) throw invalid('a value is cut off')
    const part = Buffer.from(this.bytes.subarray(this.at, this.at + length))
    this.at += length
    return part
  }

  /** `rawField`: a field whose array of documents is left as their bytes. */
  document(rawField?: string): Document {
    const end = this.end()
    const document: Document = {}
    for (let type = this.bytes[this.at++]; type !== 0; type = this.bytes[this.at++]) {
      const name = this.name()
      const value = name === rawField && type === 0x04 ? this.rawDocuments() : this.value(type ?? -1)
      if (name === '__proto__')
        Object.defineProperty(document, name, { value, enumerable: true, configurable: true, writable: true })
      else document[name] = value
    }
    if (this.at !== end) throw invalid('a document has the wrong length')
    return document
  }

  array(): unknown[] {
    const end = this.end()
    const values: unknown[] = []
    for (let type = this.bytes[this.at++]; type !== 0; type = this.bytes[this.at++]) {
      while (this.bytes[this.at++] !== 0) if (this.at >= end) throw invalid('an array has the wrong length')
      values.push(this.value(type ?? -1))
    }
    if (this.at !== end) throw invalid('an array has the wrong length')
    return values
  }

  private rawDocuments(): Buffer[] {
    const end = this.end()
    const documents: Buffer[] = []
    for (let type = this.bytes[this.at++]; type !== 0; type = this.bytes[this.at++]) {
      while (this.bytes[this.at++] !== 0) if (this.at >= end) throw invalid('an array has the wrong length')
      if (type !== 0x03) throw new CommandError('TypeMismatch', 'an array of documents holds something else')
      documents.push(this.copy(this.bytes.readInt32LE(this.at)))
    }
    if (this.at !== end) throw invalid('an array has the wrong length')
    return documents
  }

  private end(): number {
    const start = this.at
    const length = this.int()
    const end = start + length
    if (length < 5 || end > this.bytes.length || this.bytes[end - 1] !== 0) throw invalid('a document is cut off')
    return end
  }

  private value(type: number): unknown {
    switch (type) {
      case 0x01: {
        const value = this.bytes.readDoubleLE(this.at)
        this.at += 8
        return double(value)
      }
      case 0x02:
        return this.text()
      case 0x03:
        return this.document()
      case 0x04:
        return this.array()
      case 0x05: {
        let length = this.int()
        const subtype = this.bytes[this.at++] ?? 0
        if (subtype === Binary.SUBTYPE_BYTE_ARRAY) length = this.int()
        return new Binary(this.copy(length), subtype)
      }
      case 0x06:
      case 0x0a:
        return null
      case 0x07:
        return new ObjectId(this.copy(12))
      case 0x08:
        return this.bytes[this.at++] === 1
      case 0x09:
        return new Date(this.long().toNumber())
      case 0x0b:
        return new BSONRegExp(this.name(), this.name())
      case 0x0d:
        return new Code(this.text())
      case 0x0e:
        return this.text()
      case 0x10:
        return this.int()
      case 0x11: {
        const i = this.bytes.readUInt32LE(this.at)
        const t = this.bytes.readUInt32LE(this.at + 4)
        this.at += 8
        return new Timestamp({ t, i })
      }
      case 0x12:
        return this.long()
      case 0x13:
        return new Decimal128(this.copy(16))
      case 0xff:
        return new MinKey()
      case 0x7f:
        return new MaxKey()
      default:
        throw invalid(`type ${type} is not supported`)
    }
  }
}

const invalid = (why: string): CommandError => new CommandError('InvalidBSON', `Invalid BSON: ${why}`)

/** Reads one document at `at`; an array of documents named `rawField` stays bytes. Throws `CommandError` InvalidBSON. */
export function decode(bytes: Buffer, at = 0, rawField?: string): Document {
  try {
    return new Reader(bytes, at).document(rawField)
  } catch (error) {
    if (error instanceof RangeError) throw invalid('a document is cut off')
    throw error
  }
}

/** A copy that shares nothing mutable with `value`; BSON scalars are immutable here. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => clone(item as unknown)) as T
  if (!isObject(value)) return value
  const copy: Document = {}
  for (const key of Object.keys(value)) copy[key] = clone(value[key])
  return copy as T
}

const BSON_TYPES: readonly [test: (value: unknown) => boolean, number: number, alias: string][] = [
  [(v) => typeof v === 'string', 2, 'string'],
  [(v) => v instanceof Double || (typeof v === 'number' && !isInt32(v)), 1, 'double'],
  [(v) => v instanceof Int32 || typeof v === 'number', 16, 'int'],
  [Array.isArray, 4, 'array'],
  [isObject, 3, 'object'],
  [(v) => v instanceof Binary, 5, 'binData'],
  [(v) => v instanceof ObjectId, 7, 'objectId'],
  [(v) => typeof v === 'boolean', 8, 'bool'],
  [(v) => v instanceof Date, 9, 'date'],
  [(v) => v === null, 10, 'null'],
  [(v) => v instanceof BSONRegExp, 11, 'regex'],
  [(v) => v instanceof Code, 13, 'javascript'],
  // Timestamp extends Long, so it is asked for first.
  [(v) => v instanceof Timestamp, 17, 'timestamp'],
  [(v) => v instanceof Long, 18, 'long'],
  [(v) => v instanceof Decimal128, 19, 'decimal'],
  [(v) => v instanceof MinKey, -1, 'minKey'],
  [(v) => v instanceof MaxKey, 127, 'maxKey'],
]

/** The BSON type of a value as MongoDB numbers and names it. */
export function typeOf(value: unknown): { number: number; alias: string } {
  for (const [test, number, alias] of BSON_TYPES) if (test(value)) return { number, alias }
  return { number: 6, alias: value === undefined ? 'missing' : 'undefined' }
}

/** The number a type alias such as `string` stands for, or undefined. */
export const typeNumber = (alias: string): number | undefined => BSON_TYPES.find((type) => type[2] === alias)?.[1]
