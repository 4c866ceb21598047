import { Decimal128, Double, Long, ObjectId } from 'bson'
import type { Document } from './bson.ts'
import { double, isObject, typeOf } from './bson.ts'
import { dateParts, dateToString } from './expression-dates.ts'
import { CommandError } from './errors.ts'
import type { ErrorName } from './errors.ts'
import { isTrue } from './expression.ts'
import type { Expression, Scope } from './expression.ts'
import { arithmetic, isNumeric, toInteger, toNumber } from './numbers.ts'
import type { Numeric } from './numbers.ts'
import { compareValues, equalValues } from './order.ts'

export type Compile = (source: unknown) => Expression
type Operator = (argument: unknown, compile: Compile) => Expression

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined

const typeFault = (what: string, value: unknown, name: ErrorName = 'TypeMismatch'): CommandError =>
  new CommandError(name, `${what}, not ${typeOf(value).alias}`)

/** An operator of a fixed number of arguments, all worked out first. */
const simple =
  (name: string, counts: readonly number[], apply: (...values: unknown[]) => unknown): Operator =>
  (argument, compile) => {
    const items = (Array.isArray(argument) ? argument : [argument]).map((item: unknown) => compile(item))
    if (counts.length > 0 && !counts.includes(items.length))
      throw new CommandError(
        'Location16020',
        `Expression ${name} takes ${counts.join(' or ')} arguments, ${items.length} were passed`,
      )
    return (scope) => apply(...items.map((item) => item(scope)))
  }

const numeric = (name: string, value: unknown): Numeric => {
  if (!isNumeric(value)) throw typeFault(`${name} only supports numeric types`, value)
  return value
}

const fold = (name: string, op: 'add' | 'multiply', start: number): Operator =>
  simple(name, [], (...values) => {
    let sum: Numeric = start
    let date: Date | undefined
    for (const value of values) {
      if (isNothing(value)) return null
      if (value instanceof Date && op === 'add') date = value
      else sum = arithmetic(op, sum, numeric(name, value))
    }
    return date ? new Date(date.getTime() + toNumber(sum)) : sum
  })

const ordering = (name: string, holds: (order: number) => boolean): Operator =>
  simple(name, [2], (a, b) => holds(compareValues(a, b)))

const rounding = (name: string, round: (value: number) => number): Operator =>
  simple(name, [1], (value) => {
    if (isNothing(value)) return null
    const number = numeric(name, value)
    return number instanceof Long
      ? number
      : typeof number === 'number'
        ? keepKind(number, round(number))
        : double(round(toNumber(number)))
  })

const keepKind = (like: number, result: number): unknown => (Number.isInteger(like) ? result : double(result))

const overArray = (name: string, apply: (values: readonly unknown[]) => unknown): Operator =>
  simple(name, [1], (value) => {
    if (isNothing(value)) return null
    if (!Array.isArray(value)) throw typeFault(`The argument to ${name} must be an array`, value, 'Location28689')
    return apply(value)
  })

const extreme = (name: string, wanted: -1 | 1): Operator =>
  simple(name, [], (...values) => {
    const [only] = values
    return extremeOf(values.length === 1 && Array.isArray(only) ? only : values, wanted)
  })

export function extremeOf(values: readonly unknown[], wanted: -1 | 1): unknown {
  let best: unknown = null
  for (const value of values)
    if (!isNothing(value) && (best === null || compareValues(value, best) === wanted)) best = value
  return best
}

const fields = (name: string, argument: unknown, known: readonly string[]): Document => {
  if (!isObject(argument)) throw new CommandError('BadValue', `${name} needs an object`)
  for (const key of Object.keys(argument))
    if (!known.includes(key)) throw new CommandError('BadValue', `Unrecognized parameter to ${name}: ${key}`)
  return argument
}

/** `$filter` and `$map`: an expression worked out for each element of an array. */
const each =
  (
    name: string,
    inner: string,
    fault: ErrorName,
    collect: (items: readonly unknown[], results: readonly unknown[]) => unknown,
  ): Operator =>
  (argument, compile) => {
    const source = fields(name, argument, ['input', 'as', inner])
    const input = compile(source['input'])
    const body = compile(source[inner])
    const variable = typeof source['as'] === 'string' ? source['as'] : 'this'
    return (scope) => {
      const items = input(scope)
      if (isNothing(items)) return null
      if (!Array.isArray(items)) throw typeFault(`input to ${name} must be an array`, items, fault)
      const inScope = (item: unknown): Scope => ({ ...scope, variables: { ...scope.variables, [variable]: item } })
      return collect(
        items,
        items.map((item: unknown) => body(inScope(item))),
      )
    }
  }

const conditional: Operator = (argument, compile) => {
  const [condition, yes, no] = (
    Array.isArray(argument)
      ? argument
      : ['if', 'then', 'else'].map((key) => fields('$cond', argument, ['if', 'then', 'else'])[key])
  ).map((item: unknown) => compile(item))
  if (!condition || !yes || !no) throw new CommandError('Location17080', '$cond takes three arguments')
  return (scope) => (isTrue(condition(scope)) ? yes(scope) : no(scope))
}

const choose: Operator = (argument, compile) => {
  const source = fields('$switch', argument, ['branches', 'default'])
  const branches = (Array.isArray(source['branches']) ? source['branches'] : []).map((branch: unknown) => {
    const part = fields('$switch', branch, ['case', 'then'])
    return [compile(part['case']), compile(part['then'])] as const
  })
  const otherwise = 'default' in source ? compile(source['default']) : undefined
  return (scope) => {
    for (const [when, then] of branches) if (isTrue(when(scope))) return then(scope)
    if (!otherwise) throw new CommandError('Location40066', '$switch could not find a matching branch')
    return otherwise(scope)
  }
}

function toText(value: unknown): string | null {
  if (isNothing(value)) return null
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof ObjectId) return value.toHexString()
  if (isNumeric(value) || typeof value === 'boolean') return value.toString()
  throw typeFault('Unsupported conversion to string', value)
}

/** Every aggregation operator of the allow-list, by its name. */
export const EXPRESSION_OPERATORS: Readonly<Record<string, Operator>> = {
  $literal: (argument) => () => argument,
  $add: fold('$add', 'add', 0),
  $multiply: fold('$multiply', 'multiply', 1),
  $subtract: simple('$subtract', [2], (a, b) => {
    if (isNothing(a) || isNothing(b)) return null
    if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime())
    if (a instanceof Date) return new Date(a.getTime() - toNumber(numeric('$subtract', b)))
    return arithmetic('add', numeric('$subtract', a), arithmetic('multiply', numeric('$subtract', b), -1))
  }),
  $divide: simple('$divide', [2], (a, b) => {
    if (isNothing(a) || isNothing(b)) return null
    const divisor = toNumber(numeric('$divide', b))
    if (divisor === 0) throw new CommandError('BadValue', "can't $divide by zero")
    return double(toNumber(numeric('$divide', a)) / divisor)
  }),
  $mod: simple('$mod', [2], (a, b) => {
    if (isNothing(a) || isNothing(b)) return null
    if (toNumber(numeric('$mod', b)) === 0) throw new CommandError('BadValue', "can't $mod by zero")
    const result = toNumber(numeric('$mod', a)) % toNumber(numeric('$mod', b))
    return a instanceof Double || b instanceof Double ? double(result) : result
  }),
  $abs: rounding('$abs', Math.abs),
  $floor: rounding('$floor', Math.floor),
  $ceil: rounding('$ceil', Math.ceil),
  $trunc: rounding('$trunc', Math.trunc),
  $eq: ordering('$eq', (order) => order === 0),
  $ne: ordering('$ne', (order) => order !== 0),
  $gt: ordering('$gt', (order) => order > 0),
  $gte: ordering('$gte', (order) => order >= 0),
  $lt: ordering('$lt', (order) => order < 0),
  $lte: ordering('$lte', (order) => order <= 0),
  $cmp: simple('$cmp', [2], (a, b) => compareValues(a, b)),
  $and: simple('$and', [], (...values) => values.every(isTrue)),
  $or: simple('$or', [], (...values) => values.some(isTrue)),
  $not: simple('$not', [1], (value) => !isTrue(value)),
  $cond: conditional,
  $switch: choose,
  $ifNull: simple('$ifNull', [], (...values) => values.find((value) => !isNothing(value)) ?? values.at(-1)),
  $in: simple('$in', [2], (value, items) => {
    if (!Array.isArray(items)) throw typeFault('$in requires an array as a second argument', items, 'Location40081')
    return items.some((item) => equalValues(item, value))
  }),
  $size: simple('$size', [1], (value) => {
    if (!Array.isArray(value)) throw typeFault('The argument to $size must be an array', value, 'Location17124')
    return value.length
  }),
  $first: overArray('$first', (values) => values[0]),
  $last: overArray('$last', (values) => values.at(-1)),
  $arrayElemAt: simple('$arrayElemAt', [2], (items, index) => {
    if (isNothing(items) || isNothing(index)) return null
    if (!Array.isArray(items)) throw typeFault("$arrayElemAt's first argument must be an array", items, 'Location28689')
    return items.at(toInteger(index) ?? NaN) as unknown
  }),
  $concatArrays: simple('$concatArrays', [], (...values) => {
    const joined: unknown[] = []
    for (const value of values) {
      if (isNothing(value)) return null
      if (!Array.isArray(value)) throw typeFault('$concatArrays only supports arrays', value, 'Location28664')
      joined.push(...(value as unknown[]))
    }
    return joined
  }),
  $filter: each('$filter', 'cond', 'Location28651', (items, kept) => items.filter((_, i) => isTrue(kept[i]))),
  $map: each('$map', 'in', 'Location16883', (_, results) => results.map((value) => value ?? null)),
  $sum: simple('$sum', [], (...values) => {
    const [only] = values
    const items: readonly unknown[] = values.length === 1 && Array.isArray(only) ? only : values
    return items.filter(isNumeric).reduce<Numeric>((sum, value) => arithmetic('add', sum, value), 0)
  }),
  $min: extreme('$min', -1),
  $max: extreme('$max', 1),
  $concat: simple('$concat', [], (...values) => {
    if (values.some(isNothing)) return null
    return values
      .map((value) => {
        if (typeof value !== 'string') throw typeFault('$concat only supports strings', value)
        return value
      })
      .join('')
  }),
  $toLower: simple('$toLower', [1], (value) => (toText(value) ?? '').toLowerCase()),
  $toUpper: simple('$toUpper', [1], (value) => (toText(value) ?? '').toUpperCase()),
  $toString: simple('$toString', [1], toText),
  $toInt: simple('$toInt', [1], (value) => (isNothing(value) ? null : Math.trunc(toNumber(numeric('$toInt', value))))),
  $toDouble: simple('$toDouble', [1], (value) =>
    isNothing(value) ? null : double(toNumber(numeric('$toDouble', value))),
  ),
  $toLong: simple('$toLong', [1], (value) =>
    isNothing(value) ? null : Long.fromNumber(Math.trunc(toNumber(numeric('$toLong', value)))),
  ),
  $toDecimal: simple('$toDecimal', [1], (value) =>
    isNothing(value) ? null : Decimal128.fromString(numeric('$toDecimal', value).toString()),
  ),
  $type: simple('$type', [1], (value) => typeOf(value).alias),
  $mergeObjects: simple('$mergeObjects', [], (...values) => {
    const merged: Document = {}
    for (const value of values) {
      if (isNothing(value)) continue
      if (!isObject(value)) throw typeFault('$mergeObjects requires object inputs', value, 'Location40400')
      Object.assign(merged, value)
    }
    return merged
  }),
  $dateToString: dateToString,
  ...dateParts,
}
