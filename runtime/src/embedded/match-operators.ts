import { BSONRegExp } from 'bson'
import type { Document } from './bson.ts'
import { isObject, typeNumber, typeOf } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileFilter, isOperators } from './match.ts'
import type { MatchTrace, Reach } from './match.ts'
import { isNumeric, toInteger, toNumber } from './numbers.ts'
import { RANK, compareValues, equalValues, rankOf } from './order.ts'

interface Predicate {
  readonly reach: Reach
  readonly test: (value: unknown, trace?: MatchTrace) => boolean
  readonly negated?: boolean
}

export const isPattern = (value: unknown): value is BSONRegExp => value instanceof BSONRegExp

const bad = (message: string): CommandError => new CommandError('BadValue', message)

/** A test of text against a pattern; only the flags i, m, s, x-free ones that JS shares with PCRE. */
export function regexTest(pattern: BSONRegExp): (value: unknown) => boolean {
  if (/[^imsu]/.test(pattern.options)) throw bad(`$regex option not supported: ${pattern.options}`)
  let regex: RegExp
  try {
    regex = new RegExp(pattern.pattern, pattern.options.includes('u') ? pattern.options : `${pattern.options}u`)
  } catch {
    try {
      regex = new RegExp(pattern.pattern, pattern.options)
    } catch (error) {
      throw new CommandError('BadValue', `Regular expression is invalid: ${(error as Error).message}`)
    }
  }
  return (value) =>
    typeof value === 'string'
      ? regex.test(value)
      : isPattern(value) && value.pattern === pattern.pattern && value.options === pattern.options
}

function equals(operand: unknown): (value: unknown) => boolean {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand
  const rank = rankOf(operand)
  return (value) => value !== undefined && rankOf(value) === rank && equalValues(value, operand)
}

/** Comparison holds only within the operand's kind, but for MinKey and MaxKey, which compare with all. */
function compares(operand: unknown, holds: (order: number) => boolean, orEqual: boolean): Predicate {
  const rank = rankOf(operand)
  if (isPattern(operand)) throw bad("Can't have RegEx as arg to predicate")
  if (rank === RANK.null) return { reach: 'leaf', test: orEqual ? equals(null) : () => false }
  const acrossKinds = rank === RANK.minKey || rank === RANK.maxKey
  const isNaNOperand = isNumeric(operand) && Number.isNaN(toNumber(operand))
  return {
    reach: 'leaf',
    test: (value) => {
      if (value === undefined || (!acrossKinds && rankOf(value) !== rank)) return false
      if (rank === RANK.number && isNumeric(value) && Number.isNaN(toNumber(value)) !== isNaNOperand) return false
      return holds(compareValues(value, operand))
    },
  }
}

function list(name: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw bad(`${name} needs an array`)
  return operand
}

function isIn(name: string, operand: unknown): (value: unknown) => boolean {
  const patterns: ((value: unknown) => boolean)[] = []
  const strings = new Set<string>()
  for (const item of list(name, operand)) {
    if (isOperators(item)) throw bad(`cannot nest $ under ${name}`)
    if (typeof item === 'string') strings.add(item)
    else patterns.push(isPattern(item) ? regexTest(item) : equals(item))
  }
  return (value) => (typeof value === 'string' && strings.has(value)) || patterns.some((test) => test(value))
}

function elemMatch(operand: unknown): Predicate {
  if (!isObject(operand)) throw bad('$elemMatch needs an Object')
  const first = Object.keys(operand)[0] ?? ''
  const onValues = first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)
  const filter = compileFilter(onValues ? { item: operand } : operand)
  const holds = onValues
    ? (item: unknown) => filter.test({ item })
    : (item: unknown) => (isObject(item) || Array.isArray(item)) && filter.test(item)
  return {
    reach: 'whole',
    test: (value, trace) => {
      if (!Array.isArray(value)) return false
      const place = (value as readonly unknown[]).findIndex(holds)
      if (place >= 0 && trace) trace.position = place
      return place >= 0
    },
  }
}

function types(operand: unknown): Predicate {
  const wanted = (Array.isArray(operand) ? operand : [operand]).flatMap((type: unknown) => {
    if (type === 'number') return [1, 16, 18, 19]
    const number = typeof type === 'string' ? typeNumber(type) : toInteger(type)
    if (number === undefined) throw bad(`Unknown type name alias: ${String(type)}`)
    return [number]
  })
  return { reach: 'leaf', test: (value) => value !== undefined && wanted.includes(typeOf(value).number) }
}

function modulo(operand: unknown): Predicate {
  const [divisor, remainder] = list('$mod', operand).map((part) => (isNumeric(part) ? Math.trunc(toNumber(part)) : NaN))
  if (list('$mod', operand).length !== 2 || divisor === undefined || remainder === undefined)
    throw bad('malformed mod, needs two elements')
  if (Number.isNaN(divisor) || Number.isNaN(remainder)) throw bad('malformed mod, needs two numbers')
  if (divisor === 0) throw bad('divisor cannot be 0')
  return {
    reach: 'leaf',
    test: (value) => isNumeric(value) && Math.trunc(toNumber(value)) % divisor === remainder,
  }
}

function all(operand: unknown): Predicate {
  const items = list('$all', operand)
  const tests = items.map((item) => {
    if (isObject(item) && '$elemMatch' in item) return elemMatch(item['$elemMatch']).test
    const test = isPattern(item) ? regexTest(item) : equals(item)
    return (value: unknown) => test(value) || (Array.isArray(value) && value.some((part) => test(part)))
  })
  return { reach: 'whole', test: (value) => tests.length > 0 && tests.every((test) => test(value)) }
}

/** Every operator of one field's condition, by its name; an unknown name is refused by the caller. */
export const PREDICATES: Readonly<Record<string, (operand: unknown, siblings: Document) => Predicate>> = {
  $eq: (operand) => ({ reach: 'leaf', test: equals(operand) }),
  $ne: (operand) => ({ reach: 'leaf', test: equals(operand), negated: true }),
  $gt: (operand) => compares(operand, (order) => order > 0, false),
  $gte: (operand) => compares(operand, (order) => order >= 0, true),
  $lt: (operand) => compares(operand, (order) => order < 0, false),
  $lte: (operand) => compares(operand, (order) => order <= 0, true),
  $in: (operand) => ({ reach: 'leaf', test: isIn('$in', operand) }),
  $nin: (operand) => ({ reach: 'leaf', test: isIn('$nin', operand), negated: true }),
  $exists: (operand) => ({
    reach: 'whole',
    test: (value) => value !== undefined,
    negated: operand === false || operand === null || (isNumeric(operand) && toNumber(operand) === 0),
  }),
  $type: types,
  $elemMatch: elemMatch,
  $size: (operand) => {
    const size = toInteger(operand)
    if (size === undefined || size < 0) throw bad('$size must be a whole number and not negative')
    return { reach: 'whole', test: (value) => Array.isArray(value) && value.length === size }
  },
  $all: all,
  $mod: modulo,
  $regex: (operand, siblings) => {
    const options = siblings['$options']
    if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string')
    if (isPattern(operand))
      return { reach: 'leaf', test: regexTest(new BSONRegExp(operand.pattern, options ?? operand.options)) }
    if (typeof operand !== 'string') throw bad('$regex has to be a string')
    return { reach: 'leaf', test: regexTest(new BSONRegExp(operand, options ?? '')) }
  },
}
