import { isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { EXPRESSION_OPERATORS } from './expression-operators.ts'
import { isNumeric, toNumber } from './numbers.ts'
import { gathered, splitPath } from './paths.ts'

export interface Scope {
  readonly root: unknown
  readonly variables: Readonly<Record<string, unknown>>
}
/** A compiled aggregation expression; undefined is a missing value. */
export type Expression = (scope: Scope) => unknown

/** Compiles an expression. Throws `CommandError` for an operator or variable that is not supported. */
export function compileExpression(source: unknown): Expression {
  if (typeof source === 'string') return source.startsWith('$') ? fieldPath(source) : () => source
  if (Array.isArray(source)) {
    const items = source.map((item: unknown) => compileExpression(item))
    return (scope) => items.map((item) => item(scope) ?? null)
  }
  if (!isObject(source)) return () => source
  const names = Object.keys(source)
  const [name] = names
  if (name?.startsWith('$')) {
    if (names.length > 1)
      throw new CommandError('Location15983', 'an expression specification must contain exactly one field')
    const operator = isExpressionOperator(name) ? EXPRESSION_OPERATORS[name] : undefined
    if (!operator) throw new CommandError('UnknownExpression', `Unrecognized expression '${name}'`)
    return operator(source[name], compileExpression)
  }
  const fields = names.map((field) => [field, compileExpression(source[field])] as const)
  return (scope) => {
    const result: Document = {}
    for (const [field, value] of fields) {
      const item = value(scope)
      if (item !== undefined) result[field] = item
    }
    return result
  }
}

export const isExpressionOperator = (name: string): boolean => Object.hasOwn(EXPRESSION_OPERATORS, name)

function fieldPath(source: string): Expression {
  if (!source.startsWith('$$')) {
    const parts = splitPath(source.slice(1))
    return (scope) => gathered(scope.root, parts)
  }
  const [variable = '', ...parts] = splitPath(source.slice(2))
  switch (variable) {
    case 'ROOT':
    case 'CURRENT':
      return (scope) => gathered(scope.root, parts)
    case 'REMOVE':
      return () => undefined
    case 'NOW':
      return () => new Date()
    default:
      if (!/^[a-z]/.test(variable)) throw undefinedVariable(variable)
      return (scope) => {
        if (!(variable in scope.variables)) throw undefinedVariable(variable)
        return gathered(scope.variables[variable], parts)
      }
  }
}

const undefinedVariable = (variable: string): CommandError =>
  new CommandError('Location17276', `Use of undefined variable: ${variable}`)

/** MongoDB's truth: all but false, null, missing and zero. */
export const isTrue = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && !(isNumeric(value) && toNumber(value) === 0)
