import type { Document } from './bson.ts'
import { isObject } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileExpression, isTrue } from './expression.ts'
import { splitPath, walk } from './paths.ts'
import { PREDICATES, isPattern, regexTest } from './match-operators.ts'

/** Filled in while matching: the place in the array that `$` in an update stands for. */
export interface MatchTrace {
  position?: number
}
export type Test = (document: unknown, trace?: MatchTrace) => boolean

/** One condition on one path, for the planner. `op` is a query operator without its `$`. */
export interface Condition {
  readonly path: string
  readonly op: string
  readonly operand: unknown
}

/** A compiled query: `conditions` must all hold (there may be more that only `test` knows). */
export interface Filter {
  readonly test: Test
  readonly conditions: readonly Condition[]
  /** The branches of one top-level `$or`, when the query has exactly one. */
  readonly branches: readonly Filter[] | undefined
}

/** Compiles a query. Throws `CommandError` BadValue for an operator that is not supported. */
export function compileFilter(query: Document): Filter {
  const tests: Test[] = []
  const conditions: Condition[] = []
  let branches: readonly Filter[] | undefined
  for (const [name, operand] of Object.entries(query)) {
    switch (name) {
      case '$and': {
        const parts = clauses(name, operand)
        tests.push(...parts.map((part) => part.test))
        conditions.push(...parts.flatMap((part) => part.conditions))
        break
      }
      case '$or': {
        branches = clauses(name, operand)
        tests.push(anyOf(branches))
        break
      }
      case '$nor': {
        const any = anyOf(clauses(name, operand))
        tests.push((document) => !any(document))
        break
      }
      case '$expr': {
        const expression = compileExpression(operand)
        tests.push((document) => isTrue(expression({ root: document, variables: {} })))
        break
      }
      case '$comment':
        break
      default: {
        if (name.startsWith('$')) throw new CommandError('BadValue', `unknown top level operator: ${name}`)
        const parts = compileField(name, operand)
        tests.push(...parts.tests)
        conditions.push(...parts.conditions)
      }
    }
  }
  const [only] = tests
  const test: Test =
    tests.length === 1 && only ? only : (document, trace) => tests.every((part) => part(document, trace))
  return { test, conditions, branches }
}

const anyOf =
  (parts: readonly Filter[]): Test =>
  (document, trace) =>
    parts.some((part) => {
      // What a branch that failed has found does not count.
      const own: MatchTrace = {}
      if (!part.test(document, own)) return false
      if (trace && own.position !== undefined) trace.position ??= own.position
      return true
    })

function clauses(name: string, operand: unknown): Filter[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw new CommandError('BadValue', `${name} must be a nonempty array`)
  return operand.map((clause: unknown) => {
    if (!isObject(clause)) throw new CommandError('BadValue', `${name} entries need to be full objects`)
    return compileFilter(clause)
  })
}

export const isOperators = (value: unknown): value is Document =>
  isObject(value) && (Object.keys(value)[0]?.startsWith('$') ?? false) && !('$ref' in value || '$id' in value)

function compileField(path: string, operand: unknown): { tests: Test[]; conditions: Condition[] } {
  const parts = splitPath(path)
  if (isPattern(operand))
    return { tests: [onPath(parts, 'leaf', regexTest(operand))], conditions: [{ path, op: 'regex', operand }] }
  if (!isOperators(operand)) return compileField(path, { $eq: operand })
  const tests: Test[] = []
  const conditions: Condition[] = []
  for (const [name, argument] of Object.entries(operand)) {
    if (name === '$not') {
      tests.push(compileNot(path, argument))
      continue
    }
    if (name === '$options') {
      if (!('$regex' in operand)) throw new CommandError('BadValue', '$options needs a $regex')
      continue
    }
    const predicate = Object.hasOwn(PREDICATES, name) ? PREDICATES[name] : undefined
    if (!predicate) throw new CommandError('BadValue', `unknown operator: ${name}`)
    const { reach, test, negated } = predicate(argument, operand)
    const positive = onPath(parts, reach, test)
    tests.push(negated ? (document) => !positive(document) : positive)
    conditions.push({ path, op: name.slice(1), operand: argument })
  }
  return { tests, conditions }
}

function compileNot(path: string, operand: unknown): Test {
  if (!isPattern(operand) && !isOperators(operand))
    throw new CommandError('BadValue', '$not needs a regex or a document')
  const { tests } = compileField(path, operand)
  return (document) => !tests.every((test) => test(document))
}

/** What a predicate is asked of: `leaf`, the value and each element of an array; `whole`, the value alone. */
export type Reach = 'leaf' | 'whole'

function onPath(parts: readonly string[], reach: Reach, test: (value: unknown, trace?: MatchTrace) => boolean): Test {
  return (document, trace) =>
    walk(document, parts, (value, position) => {
      const found: MatchTrace = {}
      let place: number | undefined
      if (test(value, found)) place = found.position
      else if (reach === 'leaf' && Array.isArray(value)) {
        place = (value as readonly unknown[]).findIndex((item) => test(item))
        if (place < 0) return false
      } else return false
      const at = position ?? place
      if (trace && at !== undefined) trace.position ??= at
      return true
    })
}

/** The query that a document equals `id` in `_id`, when it is nothing but that. */
export function soleId(query: Document): { id: unknown } | undefined {
  const keys = Object.keys(query)
  if (keys.length !== 1 || keys[0] !== '_id') return undefined
  const id = query['_id']
  return isOperators(id) || isPattern(id) || Array.isArray(id) ? undefined : { id }
}
