import type { Document } from './bson.ts'
import { clone, isObject } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileExpression, isExpressionOperator } from './expression.ts'
import type { Expression } from './expression.ts'
import { compileFilter } from './match.ts'
import { isNumeric, toInteger, toNumber } from './numbers.ts'
import { gathered, isIndex, splitPath } from './paths.ts'

export type Projection = (document: Document) => Document

/** A tree of field names; a leaf is true. */
interface Tree {
  [name: string]: Tree | true
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean' || isNumeric(value)
const isOn = (value: unknown): boolean => value === true || (isNumeric(value) && toNumber(value) !== 0)

/**
 * Compiles the projection of a find or a `$project`: fields in, or fields out, and fields worked out.
 * Throws `CommandError`, for a mixture Location31253 or Location31254.
 */
export function compileProjection(source: unknown, kind: 'find' | 'stage' = 'find'): Projection | undefined {
  if (source === undefined || source === null) return undefined
  if (!isObject(source)) throw new CommandError('TypeMismatch', 'a projection must be an object')
  const entries = flatten(source)
  if (entries.length === 0) {
    if (kind === 'stage')
      throw new CommandError('Location51272', 'projection specification must have at least one field')
    return undefined
  }
  const computed: (readonly [path: readonly string[], value: Expression])[] = []
  const slices: ((document: Document) => void)[] = []
  const kept: Tree = {}
  const dropped: Tree = {}
  let mode: 'in' | 'out' | undefined
  let idFlag: boolean | undefined
  const setMode = (wanted: 'in' | 'out', path: string): void => {
    if (mode && mode !== wanted)
      throw new CommandError(
        wanted === 'in' ? 'Location31253' : 'Location31254',
        `Cannot do ${wanted === 'in' ? 'inclusion' : 'exclusion'} on field ${path} in ${mode === 'in' ? 'inclusion' : 'exclusion'} projection`,
      )
    mode = wanted
  }
  for (const [path, value] of entries) {
    if (path.startsWith('$') || path.endsWith('.$'))
      throw new CommandError('BadValue', `Projection of ${path} is not supported`)
    if (isFlag(value)) {
      if (path === '_id') idFlag = isOn(value)
      else setMode(isOn(value) ? 'in' : 'out', path)
      plant(isOn(value) ? kept : dropped, path)
    } else if (kind === 'find' && isObject(value) && '$slice' in value) {
      slices.push(slice(path, value['$slice']))
      if (mode !== 'out') plant(kept, path)
    } else if (kind === 'find' && isObject(value) && '$elemMatch' in value) {
      setMode('in', path)
      plant(kept, path)
      slices.push(firstMatch(path, value['$elemMatch']))
    } else {
      setMode('in', path)
      const [name = ''] = isObject(value) ? Object.keys(value) : []
      if (name.startsWith('$') && !isExpressionOperator(name))
        throw new CommandError('Location31325', `Unknown expression ${name}`)
      computed.push([splitPath(path), compileExpression(value)])
    }
  }
  const including = mode === 'in' || (mode === undefined && idFlag === true)
  if (including && idFlag === undefined) plant(kept, '_id')
  return (document) => {
    const result = including ? (keep(document, kept) as Document) : (drop(document, dropped) as Document)
    for (const apply of slices) apply(result)
    return computed.length > 0 ? withComputed(result, document, computed) : result
  }
}

/** Compiles `$addFields`. */
export function compileAdditions(source: unknown): Projection {
  if (!isObject(source)) throw new CommandError('BadValue', '$addFields specification must be an object')
  const computed = flatten(source).map(([path, value]) => [splitPath(path), compileExpression(value)] as const)
  return (document) => withComputed(clone(document), document, computed)
}

/** Compiles `$unset` of an aggregation. */
export function compileRemovals(source: unknown): Projection {
  const paths: unknown[] = Array.isArray(source) ? source : [source]
  const dropped: Tree = {}
  for (const path of paths) {
    if (typeof path !== 'string' || path === '')
      throw new CommandError('BadValue', '$unset specification must be a string or an array of strings')
    plant(dropped, path)
  }
  return (document) => drop(document, dropped) as Document
}

/** Nested specifications such as `{ a: { b: 1 } }` as dotted ones. */
function flatten(source: Document, prefix = ''): [path: string, value: unknown][] {
  return Object.entries(source).flatMap(([name, value]): [string, unknown][] => {
    const path = `${prefix}${name}`
    const isNested = isObject(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$')
    return isNested ? flatten(value, `${path}.`) : [[path, value]]
  })
}

function plant(tree: Tree, path: string): void {
  const parts = splitPath(path)
  let node = tree
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1) node[part] = true
    else {
      const next = node[part]
      if (next === true) throw new CommandError('BadValue', `Path collision at ${path}`)
      node = node[part] = next ?? {}
    }
  }
}

function keep(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.filter((item) => isObject(item) || Array.isArray(item)).map((item: unknown) => keep(item, tree))
  const result: Document = {}
  if (!isObject(value)) return result
  for (const name of Object.keys(value)) {
    const node = Object.hasOwn(tree, name) ? tree[name] : undefined
    if (node === true) result[name] = value[name]
    else if (node && (isObject(value[name]) || Array.isArray(value[name]))) result[name] = keep(value[name], node)
  }
  return result
}

function drop(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => drop(item, tree))
  if (!isObject(value)) return value
  const result: Document = {}
  for (const name of Object.keys(value)) {
    const node = Object.hasOwn(tree, name) ? tree[name] : undefined
    if (node !== true) result[name] = node ? drop(value[name], node) : value[name]
  }
  return result
}

function withComputed(
  result: Document,
  source: Document,
  computed: readonly (readonly [path: readonly string[], value: Expression])[],
): Document {
  for (const [path, expression] of computed) assign(result, path, expression({ root: source, variables: {} }))
  return result
}

function assign(target: unknown, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path
  if (name === undefined) return
  if (Array.isArray(target)) {
    for (const item of target) assign(item, path, value)
    return
  }
  if (!isObject(target)) return
  if (rest.length === 0) {
    if (value === undefined) delete target[name]
    else target[name] = value
    return
  }
  const inner = target[name]
  if (!isObject(inner) && !Array.isArray(inner)) {
    if (value === undefined) return
    target[name] = {}
  }
  assign(target[name], rest, value)
}

function slice(path: string, argument: unknown): (document: Document) => void {
  const numbers = (Array.isArray(argument) ? argument : [argument]).map(toInteger)
  const [first = 0, count] = numbers
  if (numbers.includes(undefined) || numbers.length > 2)
    throw new CommandError('BadValue', '$slice needs one or two whole numbers')
  return (document) => {
    const items = gathered(document, splitPath(path))
    if (!Array.isArray(items)) return
    const start = count === undefined ? (first < 0 ? first : 0) : first
    const from = start < 0 ? Math.max(items.length + start, 0) : start
    assign(document, splitPath(path), items.slice(from, from + (count ?? Math.abs(first))))
  }
}

function firstMatch(path: string, query: unknown): (document: Document) => void {
  const filter = compileFilter({ items: { $elemMatch: query } })
  if (path.includes('.') || isIndex(path))
    throw new CommandError('BadValue', 'Cannot use $elemMatch projection on a nested field')
  return (document) => {
    const items = document[path]
    const found = Array.isArray(items) ? items.find((item: unknown) => filter.test({ items: [item] })) : undefined
    if (found === undefined) delete document[path]
    else document[path] = [found as unknown]
  }
}
