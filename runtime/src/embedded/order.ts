import { BSONRegExp, Binary, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { isObject } from './bson.ts'
import { CommandError } from './errors.ts'
import { compareNumbers, isNumeric } from './numbers.ts'

/** Place of each kind of value in MongoDB's order; also the tag byte of its key. Kinds only compare within a place. */
export const RANK = {
  minKey: 0x05,
  missing: 0x0a,
  null: 0x14,
  number: 0x1e,
  string: 0x28,
  object: 0x32,
  array: 0x3c,
  binary: 0x46,
  objectId: 0x50,
  boolean: 0x5a,
  date: 0x64,
  timestamp: 0x6e,
  regex: 0x78,
  code: 0x82,
  maxKey: 0xf0,
} as const

export function rankOf(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint') return RANK.number
  if (typeof value === 'string') return RANK.string
  if (typeof value === 'boolean') return RANK.boolean
  if (value === undefined) return RANK.missing
  if (typeof value === 'object') return rankOfObject(value)
  throw new CommandError('BadValue', `A ${typeof value} cannot be stored`)
}

function rankOfObject(value: object | null): number {
  if (value === null) return RANK.null
  if (isObject(value)) return RANK.object
  if (Array.isArray(value)) return RANK.array
  if (value instanceof Date) return RANK.date
  if (value instanceof ObjectId) return RANK.objectId
  if (value instanceof Timestamp) return RANK.timestamp
  if (value instanceof Double || value instanceof Long || value instanceof Int32 || value instanceof Decimal128)
    return RANK.number
  if (value instanceof Binary) return RANK.binary
  if (value instanceof BSONRegExp) return RANK.regex
  if (value instanceof MinKey) return RANK.minKey
  if (value instanceof MaxKey) return RANK.maxKey
  if (value instanceof Code) return RANK.code
  throw new CommandError('BadValue', 'A value of an unknown type cannot be stored')
}

// The order of UTF-16 units is that of UTF-8 bytes except where surrogates meet U+E000 and above.
const SURROGATE = /[\ud800-\udfff]/

export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return a < b ? -1 : 1
}

const sign = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** MongoDB's order of any two values; missing comes before null. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return sign(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  const rank = rankOf(a)
  const other = rankOf(b)
  if (rank !== other) return sign(rank, other)
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b)
  if (isObject(a) && isObject(b)) return compareObjects(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b)
  if (typeof a === 'boolean') return sign(Number(a), Number(b))
  if (a instanceof Date && b instanceof Date) return sign(a.getTime(), b.getTime())
  if (a instanceof ObjectId && b instanceof ObjectId) return Math.sign(Buffer.compare(a.id, b.id))
  if (a instanceof Timestamp && b instanceof Timestamp)
    return sign(BigInt.asUintN(64, a.toBigInt()), BigInt.asUintN(64, b.toBigInt()))
  if (a instanceof Binary && b instanceof Binary)
    return (
      sign(a.length(), b.length()) || sign(a.sub_type, b.sub_type) || Math.sign(Buffer.compare(a.value(), b.value()))
    )
  if (a instanceof BSONRegExp && b instanceof BSONRegExp)
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options)
  if (a instanceof Code && b instanceof Code) return compareStrings(a.code, b.code)
  return 0
}

export const equalValues = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0

function compareObjects(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const names = Object.keys(a)
  const others = Object.keys(b)
  for (let i = 0; i < Math.min(names.length, others.length); i++) {
    const [name, other] = [names[i] as string, others[i] as string]
    const order =
      sign(rankOf(a[name]), rankOf(b[other])) || compareStrings(name, other) || compareValues(a[name], b[other])
    if (order) return order
  }
  return sign(names.length, others.length)
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i])
    if (order) return order
  }
  return sign(a.length, b.length)
}
