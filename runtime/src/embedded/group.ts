import type { Stage } from './aggregate.ts'
import { double, isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileExpression } from './expression.ts'
import type { Expression } from './expression.ts'
import { encodeBound } from './keys.ts'
import { Held, sizeOf } from './memory.ts'
import { arithmetic, isNumeric, toNumber } from './numbers.ts'
import type { Numeric } from './numbers.ts'
import { compareValues } from './order.ts'
import { keyText } from './view.ts'

interface Accumulator {
  add(value: unknown, memory: Held): void
  result(): unknown
}

function extreme(wanted: -1 | 1): () => Accumulator {
  return () => {
    let best: unknown = null
    return {
      add(value) {
        if (value === undefined || value === null) return
        if (best === null || compareValues(value, best) === wanted) best = value
      },
      result: () => best,
    }
  }
}

/** Every accumulator of `$group`, by its name. */
const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => {
    let sum: Numeric = 0
    return {
      add(value) {
        if (isNumeric(value)) sum = arithmetic('add', sum, value)
      },
      result: () => sum,
    }
  },
  $avg: () => {
    let sum: Numeric = 0
    let count = 0
    return {
      add(value) {
        if (!isNumeric(value)) return
        sum = arithmetic('add', sum, value)
        count++
      },
      result: () => (count === 0 ? null : double(toNumber(sum) / count)),
    }
  },
  $min: extreme(-1),
  $max: extreme(1),
  $first: () => {
    let first: unknown
    let isSet = false
    return {
      add(value) {
        if (!isSet) first = value
        isSet = true
      },
      result: () => first ?? null,
    }
  },
  $last: () => {
    let last: unknown
    return {
      add(value) {
        last = value
      },
      result: () => last ?? null,
    }
  },
  $push: () => {
    const items: unknown[] = []
    return {
      add(value, memory) {
        if (value === undefined) return
        memory.add(sizeOf(value))
        items.push(value)
      },
      result: () => items,
    }
  },
  $addToSet: () => {
    const items = new Map<string, unknown>()
    return {
      add(value, memory) {
        if (value === undefined) return
        const key = keyText(encodeBound([value]))
        if (!items.has(key)) memory.add(key.length + sizeOf(value))
        items.set(key, value)
      },
      result: () => [...items.values()],
    }
  },
  $count: () => {
    let count = 0
    return {
      add() {
        count++
      },
      result: () => count,
    }
  },
}

/** Compiles `$group`. Throws `CommandError` for an accumulator that is not supported. */
export function groupStage(argument: unknown): Stage {
  if (!isObject(argument)) throw new CommandError('Location15947', "a group's fields must be specified in an object")
  if (!('_id' in argument)) throw new CommandError('Location15955', 'a group specification must include an _id')
  const id = compileExpression(argument['_id'])
  const fields = Object.entries(argument)
    .filter(([field]) => field !== '_id')
    .map(([field, spec]) => [field, ...readAccumulator(field, spec)] as const)
  return function* (input) {
    const memory = new Held('$group')
    const groups = new Map<string, { id: unknown; parts: readonly Accumulator[] }>()
    for (const root of input) {
      const scope = { root, variables: {} }
      const value = id(scope) ?? null
      const key = keyText(encodeBound([value]))
      let group = groups.get(key)
      if (!group) {
        memory.add(key.length + sizeOf(value) + 100 * fields.length)
        groups.set(key, (group = { id: value, parts: fields.map(([, create]) => create()) }))
      }
      for (const [i, part] of group.parts.entries()) part.add(fields[i]?.[2](scope), memory)
    }
    for (const group of groups.values()) {
      const result: Document = { _id: group.id }
      for (const [i, part] of group.parts.entries()) result[fields[i]?.[0] ?? ''] = part.result()
      yield result
    }
  }
}

function readAccumulator(field: string, spec: unknown): [create: () => Accumulator, value: Expression] {
  const [name, ...others] = isObject(spec) ? Object.keys(spec) : []
  if (!isObject(spec) || name === undefined || others.length > 0 || !name.startsWith('$'))
    throw new CommandError('Location40234', `The field '${field}' must be an accumulator object`)
  const create = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined
  if (!create) throw new CommandError('Location15952', `unknown group operator '${name}'`)
  return [create, compileExpression(name === '$count' ? null : spec[name])]
}
