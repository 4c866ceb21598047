import { createHash } from 'node:crypto'
import { BSONRegExp, Binary, Code, ObjectId, Timestamp } from 'bson'
import { isObject } from './bson.ts'
import { isNumeric, onLine } from './numbers.ts'
import { RANK, rankOf } from './order.ts'

/** Longest key part in bytes; lmdb allows 1978 for a whole key, which holds an index part and a document's. */
export const MAX_PART = 960
const HASHED_PREFIX = MAX_PART - 16

/** Writes values as bytes whose order, byte by byte, is MongoDB's order of the values. */
class KeyWriter {
  bytes = Buffer.allocUnsafe(256)
  length = 0

  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const grown = Buffer.allocUnsafe((this.length + count) * 2)
    this.bytes.copy(grown, 0, 0, this.length)
    this.bytes = grown
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  raw(part: Uint8Array): void {
    this.reserve(part.length)
    this.bytes.set(part, this.length)
    this.length += part.length
  }

  /** Bytes that end by 0x00 0x01; a 0x00 within is followed by 0xff. No text's bytes begin with another's. */
  text(value: string): void {
    this.reserve(value.length * 3 + 2)
    const start = this.length
    this.length += this.bytes.write(value, start)
    if (value.includes('\0')) {
      const written = Buffer.from(this.bytes.subarray(start, this.length))
      this.length = start
      for (const byte of written) {
        this.byte(byte)
        if (byte === 0) this.byte(0xff)
      }
    }
    this.byte(0)
    this.byte(1)
  }

  big(value: bigint): void {
    this.reserve(8)
    this.length = this.bytes.writeBigUInt64BE(value, this.length)
  }

  value(value: unknown): void {
    const rank = rankOf(value)
    this.byte(rank)
    this.content(value, rank)
  }

  private content(value: unknown, rank: number): void {
    if (typeof value === 'string') this.text(value)
    else if (isNumeric(value)) this.number(onLine(value))
    else if (typeof value === 'boolean') this.byte(value ? 1 : 0)
    else if (value instanceof ObjectId) this.raw(value.id)
    else if (value instanceof Date) this.big(BigInt.asUintN(64, BigInt(value.getTime()) + (1n << 63n)))
    else if (value instanceof Timestamp) this.big(BigInt.asUintN(64, value.toBigInt()))
    else if (Array.isArray(value)) {
      for (const item of value) this.value(item)
      this.byte(0)
    } else if (rank === RANK.object && isObject(value)) {
      for (const name of Object.keys(value)) {
        this.byte(rankOf(value[name]))
        this.text(name)
        this.content(value[name], rankOf(value[name]))
      }
      this.byte(0)
    } else if (value instanceof Binary) {
      this.reserve(5)
      this.length = this.bytes.writeUInt32BE(value.length(), this.length)
      this.byte(value.sub_type)
      this.raw(value.value())
    } else if (value instanceof BSONRegExp) {
      this.text(value.pattern)
      this.text(value.options)
    } else if (value instanceof Code) this.text(typeof value.code === 'string' ? value.code : '')
  }

  private number({ base, rest }: { base: number; rest: bigint }): void {
    this.reserve(18)
    const at = this.length
    if (Number.isNaN(base)) this.bytes.fill(0, at, at + 8)
    else {
      this.bytes.writeDoubleBE(base === 0 ? 0 : base, at)
      if ((this.bytes[at] ?? 0) & 0x80) for (let i = at; i < at + 8; i++) this.bytes[i] = ~(this.bytes[i] ?? 0)
      else this.bytes[at] = (this.bytes[at] ?? 0) | 0x80
    }
    this.length += 8
    this.byte(rest === 0n ? 0 : 1)
    if (rest === 0n) return
    this.byte(Number(rest >> 64n))
    this.big(BigInt.asUintN(64, rest))
  }

  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.bytes[i] = ~(this.bytes[i] ?? 0)
  }

  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }
}

const writer = new KeyWriter()

/**
 * Key bytes of `values`, each ascending or descending (`directions[i] < 0`). `long` says that they were longer than
 * {@link MAX_PART}: then only equality, not order, can be read off them.
 */
export function encodeKey(
  values: readonly unknown[],
  directions: readonly number[] = [],
): { key: Buffer; long: boolean } {
  const bytes = encodeBound(values, directions)
  if (bytes.length <= MAX_PART) return { key: bytes, long: false }
  const digest = createHash('sha256').update(bytes).digest().subarray(0, 16)
  return { key: Buffer.concat([bytes.subarray(0, HASHED_PREFIX), digest]), long: true }
}

/** As {@link encodeKey}, never shortened. */
export function encodeBound(values: readonly unknown[], directions: readonly number[] = []): Buffer {
  writer.length = 0
  for (const [i, value] of values.entries()) {
    const start = writer.length
    writer.value(value)
    if ((directions[i] ?? 1) < 0) writer.invertFrom(start)
  }
  return writer.take()
}

/** The part of a bound that a shortened key still shows: a bound cut here takes in no less than the whole one. */
export const cutBound = (bound: Buffer): Buffer =>
  bound.length <= HASHED_PREFIX ? bound : bound.subarray(0, HASHED_PREFIX)

/** The first key after every key that starts with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 0xff) length--
  const next = Buffer.from(prefix.subarray(0, length))
  if (length > 0) next[length - 1] = (next[length - 1] ?? 0) + 1
  return next
}

/** `range` as the first four bytes of a key of that range. */
export function inRange(range: number, key: Buffer = EMPTY): Buffer {
  const full = Buffer.allocUnsafe(4 + key.length)
  full.writeUInt32BE(range, 0)
  key.copy(full, 4)
  return full
}
const EMPTY = Buffer.alloc(0)
