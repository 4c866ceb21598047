import { Decimal128, Double, Long, Timestamp } from 'bson'
import type { Document } from './bson.ts'
import { clone, isObject, typeOf } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileFilter, isOperators } from './match.ts'
import { PREDICATES, isPattern } from './match-operators.ts'
import { arithmetic, isNumeric, toInteger } from './numbers.ts'
import type { Numeric } from './numbers.ts'
import { compareValues, equalValues } from './order.ts'
import { comparator, parseSort } from './sort.ts'

/** What a field becomes; `KEEP` leaves it as it is (or missing), `REMOVE` takes it away. */
export const KEEP = Symbol('keep')
export const REMOVE = Symbol('remove')

export interface Moment {
  readonly isInserting: boolean
  readonly now: Date
}
export type Change = (current: unknown, moment: Moment) => unknown
/** Reads one field's argument of an update operator; throws when it makes no sense. */
export type UpdateOperator = (argument: unknown, path: string) => Change

const bad = (message: string): CommandError => new CommandError('BadValue', message)

const counting =
  (name: string, op: 'add' | 'multiply'): UpdateOperator =>
  (argument, path) => {
    if (!isNumeric(argument))
      throw new CommandError(
        'TypeMismatch',
        `Cannot ${name.slice(1)} with non-numeric argument: {${path}: ${typeOf(argument).alias}}`,
      )
    return (current) => {
      if (current === undefined) return op === 'add' ? argument : zeroLike(argument)
      if (!isNumeric(current))
        throw new CommandError(
          'TypeMismatch',
          `Cannot apply ${name} to a value of non-numeric type: field '${path}' has type ${typeOf(current).alias}`,
        )
      return arithmetic(op, current, argument)
    }
  }

function zeroLike(value: Numeric): Numeric {
  if (value instanceof Long) return Long.ZERO
  if (value instanceof Decimal128) return Decimal128.fromString('0')
  return typeOf(value).alias === 'double' ? new Double(0) : 0
}

const bounding =
  (wanted: -1 | 1): UpdateOperator =>
  (argument) =>
  (current) =>
    current === undefined || compareValues(argument, current) === wanted ? clone(argument) : KEEP

function arrayOf(current: unknown, name: string, path: string): unknown[] {
  if (current === undefined) return []
  if (!Array.isArray(current))
    throw bad(`The field '${path}' must be an array but is of type ${typeOf(current).alias} (${name})`)
  return current
}

function modifiers(argument: unknown, known: readonly string[], name: string): Document | undefined {
  if (!isObject(argument) || !('$each' in argument)) return undefined
  for (const key of Object.keys(argument)) if (!known.includes(key)) throw bad(`Unrecognized clause in ${name}: ${key}`)
  if (!Array.isArray(argument['$each'])) throw bad(`The argument to $each in ${name} must be an array`)
  return argument
}

function whole(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined
  const number = toInteger(value)
  if (number === undefined) throw bad(`The value for ${name} must be an integer`)
  return number
}

const push: UpdateOperator = (argument, path) => {
  const clauses = modifiers(argument, ['$each', '$slice', '$position', '$sort'], '$push')
  const items = clauses ? (clauses['$each'] as unknown[]) : [argument]
  const position = whole(clauses?.['$position'], '$position')
  const slice = whole(clauses?.['$slice'], '$slice')
  const sort = clauses?.['$sort']
  const direction = toInteger(sort)
  const order =
    sort === undefined
      ? undefined
      : direction === undefined
        ? comparator(parseSort(sort))
        : (a: unknown, b: unknown) => compareValues(a, b) * direction
  return (current) => {
    const result = [...arrayOf(current, '$push', path)]
    result.splice(position ?? result.length, 0, ...items.map(clone))
    if (order) result.sort(order)
    if (slice === undefined) return result
    return slice === 0 ? [] : slice > 0 ? result.slice(0, slice) : result.slice(slice)
  }
}

const addToSet: UpdateOperator = (argument, path) => {
  const clauses = modifiers(argument, ['$each'], '$addToSet')
  const items = clauses ? (clauses['$each'] as unknown[]) : [argument]
  return (current) => {
    const result = [...arrayOf(current, '$addToSet', path)]
    for (const item of items) if (!result.some((have) => equalValues(have, item))) result.push(clone(item))
    return current !== undefined && result.length === (current as unknown[]).length ? KEEP : result
  }
}

/** `$pull` takes a value, a condition on values, or a query on documents in the array. */
function pulled(argument: unknown): (item: unknown) => boolean {
  const onValues =
    isPattern(argument) ||
    (isOperators(argument) && Object.keys(argument).every((key) => key === '$not' || Object.hasOwn(PREDICATES, key)))
  if (onValues) {
    const filter = compileFilter({ item: argument })
    return (item) => filter.test({ item })
  }
  if (!isObject(argument)) return (item) => equalValues(item, argument)
  const filter = compileFilter(argument)
  return (item) => isObject(item) && filter.test(item)
}

const without =
  (name: string, condition: (argument: unknown) => (item: unknown) => boolean): UpdateOperator =>
  (argument, path) => {
    const goes = condition(argument)
    return (current) => {
      if (current === undefined) return KEEP
      const items = arrayOf(current, name, path)
      const left = items.filter((item) => !goes(item))
      return left.length === items.length ? KEEP : left
    }
  }

/** Every update operator of the allow-list but `$rename`, which has two paths. */
export const UPDATE_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: (argument) => () => clone(argument),
  $setOnInsert: (argument) => (_, moment) => (moment.isInserting ? clone(argument) : KEEP),
  $unset: () => () => REMOVE,
  $inc: counting('$inc', 'add'),
  $mul: counting('$mul', 'multiply'),
  $min: bounding(-1),
  $max: bounding(1),
  $currentDate: (argument) => {
    const type = isObject(argument) ? argument['$type'] : argument
    if (type === true || type === 'date') return (_, moment) => moment.now
    if (type !== 'timestamp')
      throw bad("The '$type' string field of $currentDate is required to be 'date' or 'timestamp'")
    return (_, moment) => new Timestamp({ t: Math.floor(moment.now.getTime() / 1000), i: 1 })
  },
  $push: push,
  $addToSet: addToSet,
  $pull: without('$pull', pulled),
  $pullAll: without('$pullAll', (argument) => {
    if (!Array.isArray(argument)) throw bad('$pullAll requires an array argument')
    return (item) => argument.some((value) => equalValues(value, item))
  }),
  $pop: (argument, path) => {
    const end = toInteger(argument)
    if (end !== 1 && end !== -1) throw new CommandError('FailedToParse', '$pop expects 1 or -1')
    return (current) => {
      const items = current === undefined ? [] : arrayOf(current, '$pop', path)
      return items.length === 0 ? KEEP : end === 1 ? items.slice(0, -1) : items.slice(1)
    }
  },
}
