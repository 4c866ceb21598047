import { Decimal128, Double, Int32, Long, Timestamp } from 'bson'
import { double, isInt32 } from './bson.ts'
import { CommandError } from './errors.ts'

export type Numeric = number | bigint | Double | Int32 | Long | Decimal128

export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'number' ||
  (typeof value === 'object' &&
    value !== null &&
    (value instanceof Double ||
      (value instanceof Long && !(value instanceof Timestamp)) ||
      value instanceof Int32 ||
      value instanceof Decimal128)) ||
  typeof value === 'bigint'

/** The nearest JS number. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Decimal128) return Number(value.toString())
  return value.valueOf()
}

/** The whole number a value holds, or undefined when it has a fraction or is not finite. */
export function toInteger(value: unknown): number | undefined {
  if (!isNumeric(value)) return undefined
  const number = toNumber(value)
  return Number.isInteger(number) ? number : undefined
}

/** An exact fraction `over / under`, `under` positive. */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const scratch = new DataView(new ArrayBuffer(8))

function fractionOfDouble(value: number): Fraction {
  scratch.setFloat64(0, value)
  const bits = scratch.getBigUint64(0)
  const exponent = Number((bits >> 52n) & 0x7ffn)
  const mantissa = bits & 0xfffffffffffffn
  const whole = exponent === 0 ? mantissa : mantissa | 0x10000000000000n
  const power = (exponent === 0 ? 1 : exponent) - 1075
  const over = bits >> 63n ? -whole : whole
  return power >= 0 ? { over: over << BigInt(power), under: 1n } : { over, under: 1n << BigInt(-power) }
}

function decimalParts(value: Decimal128): { digits: bigint; exponent: number } {
  const match = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i.exec(value.toString())
  if (!match) throw new CommandError('BadValue', `Not a finite decimal: ${value.toString()}`)
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(`${whole}${fraction}` || '0')
  return { digits: sign ? -digits : digits, exponent: Number(exponent) - fraction.length }
}

function fractionOf(value: Long | Decimal128 | bigint): Fraction {
  if (typeof value === 'bigint') return { over: value, under: 1n }
  if (value instanceof Long) return { over: value.toBigInt(), under: 1n }
  const { digits, exponent } = decimalParts(value)
  return exponent >= 0
    ? { over: digits * 10n ** BigInt(exponent), under: 1n }
    : { over: digits, under: 10n ** BigInt(-exponent) }
}

function neighbour(value: number, up: boolean): number {
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE
  scratch.setFloat64(0, value)
  const bits = scratch.getBigInt64(0)
  scratch.setBigInt64(0, bits + (value > 0 === up ? 1n : -1n))
  return scratch.getFloat64(0)
}

const REST_BITS = 72n
const REST_MAX = (1n << REST_BITS) - 1n

/**
 * A number as the greatest double not above it, and what is left above that double as a 72-bit share of the
 * gap to the next one. It puts int64, double and decimal on one exact line; decimals beyond the range of
 * doubles meet at its ends.
 */
export function onLine(value: Numeric): { base: number; rest: bigint } {
  if (typeof value === 'number') return { base: value, rest: 0n }
  if (!(value instanceof Long || value instanceof Decimal128 || typeof value === 'bigint'))
    return { base: value.valueOf(), rest: 0n }
  const near = toNumber(value)
  if (value instanceof Long && Number.isSafeInteger(near)) return { base: near, rest: 0n }
  if (Number.isNaN(near)) return { base: NaN, rest: 0n }
  if (!Number.isFinite(near)) {
    if (value instanceof Decimal128 && /Inf/i.test(value.toString())) return { base: near, rest: 0n }
    return near > 0 ? { base: Number.MAX_VALUE, rest: REST_MAX } : { base: -Number.MAX_VALUE, rest: 0n }
  }
  const exact = fractionOf(value)
  const above = (base: number): Fraction => {
    const { over, under } = fractionOfDouble(base)
    return { over: exact.over * under - over * exact.under, under: exact.under * under }
  }
  let base = near
  let rest = above(base)
  if (rest.over < 0n) {
    base = neighbour(base, false)
    rest = above(base)
  }
  if (rest.over === 0n) return { base, rest: 0n }
  const next = fractionOfDouble(neighbour(base, true))
  const here = fractionOfDouble(base)
  const gap = { over: next.over * here.under - here.over * next.under, under: next.under * here.under }
  const share = (rest.over * gap.under * (1n << REST_BITS)) / (rest.under * gap.over)
  // A rest too small for 72 bits is still not nothing.
  return { base, rest: share === 0n ? 1n : share > REST_MAX ? REST_MAX : share }
}

/** Order of two numbers of any type; NaN comes before every other number. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const left = onLine(a)
  const right = onLine(b)
  if (left.base !== right.base) {
    if (Number.isNaN(left.base)) return Number.isNaN(right.base) ? 0 : -1
    if (Number.isNaN(right.base)) return 1
    return left.base < right.base ? -1 : 1
  }
  return left.rest === right.rest ? 0 : left.rest < right.rest ? -1 : 1
}

const isDouble = (value: Numeric): boolean => value instanceof Double || (typeof value === 'number' && !isInt32(value))

/** `a op b` with MongoDB's result types: int32 grows to int64, a double makes a double, a decimal a decimal. */
export function arithmetic(op: 'add' | 'multiply', a: Numeric, b: Numeric): Numeric {
  if (a instanceof Decimal128 || b instanceof Decimal128) return decimalArithmetic(op, a, b)
  if (isDouble(a) || isDouble(b)) {
    const [x, y] = [toNumber(a), toNumber(b)]
    return double(op === 'add' ? x + y : x * y)
  }
  const [x, y] = [toBigInt(a), toBigInt(b)]
  const result = op === 'add' ? x + y : x * y
  if (BigInt.asIntN(64, result) !== result)
    throw new CommandError('BadValue', 'Failed to apply the operation: integer overflow')
  const long = a instanceof Long || b instanceof Long || BigInt.asIntN(32, result) !== result
  return long ? Long.fromBigInt(result) : Number(result)
}

function toBigInt(value: Numeric): bigint {
  if (typeof value === 'bigint') return value
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value))
}

function decimalArithmetic(op: 'add' | 'multiply', a: Numeric, b: Numeric): Decimal128 {
  const asDecimal = (value: Numeric): Decimal128 =>
    value instanceof Decimal128 ? value : Decimal128.fromString(value.toString())
  const [x, y] = [decimalParts(asDecimal(a)), decimalParts(asDecimal(b))]
  if (op === 'multiply') return decimal(x.digits * y.digits, x.exponent + y.exponent)
  const exponent = Math.min(x.exponent, y.exponent)
  const scaled = (part: { digits: bigint; exponent: number }): bigint =>
    part.digits * 10n ** BigInt(part.exponent - exponent)
  return decimal(scaled(x) + scaled(y), exponent)
}

const decimal = (digits: bigint, exponent: number): Decimal128 =>
  Decimal128.fromStringWithRounding(`${digits}E${exponent}`)
