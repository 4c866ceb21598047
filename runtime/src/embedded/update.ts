import type { Document } from './bson.ts'
import { clone, isObject } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileExpression } from './expression.ts'
import { compileFilter } from './match.ts'
import type { Filter, MatchTrace } from './match.ts'
import { isPattern } from './match-operators.ts'
import { equalValues } from './order.ts'
import { splitPath, valueAt } from './paths.ts'
import { STAGES } from './stages.ts'
import { compileAdditions, compileProjection, compileRemovals } from './project.ts'
import { KEEP, REMOVE, UPDATE_OPERATORS } from './update-operators.ts'
import type { Change, Moment } from './update-operators.ts'
import { expandPath, refuseConflicts, setAt, unsetAt } from './update-paths.ts'
import type { ArrayFilters } from './update-paths.ts'

/** A compiled update. `apply` may change the document it is given, and returns the new one. */
export interface Update {
  readonly isReplacement: boolean
  apply(document: Document, trace: MatchTrace, moment: Moment): Document
}

/** Compiles an update document, pipeline or replacement. Throws `CommandError`. */
export function compileUpdate(source: unknown, arrayFilters: unknown): Update {
  if (Array.isArray(source)) {
    if (arrayFilters !== undefined)
      throw new CommandError('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates')
    return pipeline(source)
  }
  if (!isObject(source)) throw new CommandError('FailedToParse', 'Update argument must be either an object or an array')
  const names = Object.keys(source)
  if (!names[0]?.startsWith('$')) return replacement(source)
  const filters = compileArrayFilters(arrayFilters)
  const changes: { parts: readonly string[]; change: Change }[] = []
  const renames: { from: readonly string[]; to: readonly string[] }[] = []
  const paths: string[] = []
  for (const name of names) {
    const argument = source[name]
    if (!Object.hasOwn(UPDATE_OPERATORS, name) && name !== '$rename')
      throw new CommandError(
        'FailedToParse',
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      )
    if (!isObject(argument))
      throw new CommandError('FailedToParse', `Modifiers operate on fields but we found another type for ${name}`)
    for (const [path, value] of Object.entries(argument)) {
      checkPath(path)
      paths.push(path)
      if (name === '$rename') {
        if (typeof value !== 'string' || value === path)
          throw new CommandError('BadValue', `The 'to' field for $rename must be another string: ${path}`)
        paths.push(value)
        renames.push({ from: splitPath(path), to: splitPath(value) })
      } else changes.push({ parts: splitPath(path), change: UPDATE_OPERATORS[name]?.(value, path) ?? (() => KEEP) })
    }
  }
  refuseConflicts(paths)
  refuseUnusedFilters(filters, paths)
  const isPositional = paths.some((path) => path.includes('$'))
  return {
    isReplacement: false,
    apply(document, trace, moment) {
      // Filters ask about the elements as they were, not as another change of this update leaves them.
      const targets = changes.flatMap(({ parts, change }) =>
        expandPath(document, parts, trace, filters).map((path) => ({ path, change })),
      )
      if (isPositional) refuseConflicts(targets.map(({ path }) => path.join('.')))
      for (const { from, to } of renames) {
        const value = valueAt(document, from)
        if (value === undefined) continue
        unsetAt(document, from)
        setAt(document, to, value)
      }
      for (const { path, change } of targets) {
        const next = change(valueAt(document, path), moment)
        if (next === REMOVE) unsetAt(document, path)
        else if (next !== KEEP) setAt(document, path, next)
      }
      return document
    },
  }
}

function checkPath(path: string): void {
  if (path === '' || path.split('.').includes(''))
    throw new CommandError('BadValue', `The update path '${path}' contains an empty field name, which is not allowed.`)
  if (path.startsWith('$'))
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${path}' is not allowed in an update.`,
    )
}

function replacement(source: Document): Update {
  for (const name of Object.keys(source))
    if (name.startsWith('$'))
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' is not allowed in a replacement.`,
      )
  return {
    isReplacement: true,
    apply(document) {
      const { _id, ...rest } = clone(source)
      const hasId = '_id' in document
      if (_id !== undefined && hasId && !equalValues(_id, document['_id'])) throw immutableId()
      const id = hasId ? document['_id'] : _id
      return id === undefined ? rest : { _id: id, ...rest }
    },
  }
}

export const immutableId = (): CommandError =>
  new CommandError('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'")

function compileArrayFilters(source: unknown): ArrayFilters {
  const filters = new Map<string, Filter>()
  if (source === undefined) return filters
  if (!Array.isArray(source)) throw new CommandError('TypeMismatch', 'arrayFilters must be an array')
  for (const filter of source as unknown[]) {
    const [name, ...others] = isObject(filter) ? new Set(identifiersOf(filter)) : []
    if (!isObject(filter) || name === undefined || others.length > 0)
      throw new CommandError(
        'FailedToParse',
        'Each array filter needs exactly one identifier, which starts with a lowercase letter',
      )
    if (filters.has(name))
      throw new CommandError('FailedToParse', `Found multiple array filters with the same identifier '${name}'`)
    filters.set(name, compileFilter(filter))
  }
  return filters
}

function identifiersOf(filter: Document): readonly (string | undefined)[] {
  return Object.entries(filter).flatMap(([path, value]) =>
    path.startsWith('$')
      ? (Array.isArray(value) ? (value as unknown[]) : []).filter(isObject).flatMap(identifiersOf)
      : splitPath(path)[0],
  )
}

function refuseUnusedFilters(filters: ArrayFilters, paths: readonly string[]): void {
  for (const name of filters.keys())
    if (!paths.some((path) => path.includes(`$[${name}]`)))
      throw new CommandError('FailedToParse', `The array filter for identifier '${name}' was not used in the update`)
}

function pipeline(stages: readonly unknown[]): Update {
  const steps = stages.map((stage) => {
    const [name, ...others] = isObject(stage) ? Object.keys(stage) : []
    if (!isObject(stage) || name === undefined || others.length > 0)
      throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.')
    const argument = stage[name]
    switch (name) {
      case '$set':
      case '$addFields':
        return compileAdditions(argument)
      case '$unset':
        return compileRemovals(argument)
      case '$project':
        return compileProjection(argument, 'stage') ?? ((document: Document) => document)
      case '$replaceRoot':
      case '$replaceWith': {
        const isRoot = name === '$replaceRoot' && isObject(argument)
        const expression = compileExpression(isRoot ? argument['newRoot'] : argument)
        return (document: Document) => {
          const next = expression({ root: document, variables: {} })
          if (!isObject(next)) throw new CommandError('BadValue', "'newRoot' expression must evaluate to an object")
          return '_id' in next || !('_id' in document) ? next : { _id: document['_id'], ...next }
        }
      }
      default:
        if (Object.hasOwn(STAGES, name))
          throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`)
        throw new CommandError('UnsupportedStage', `Unrecognized pipeline stage name: '${name}'`)
    }
  })
  return { isReplacement: false, apply: (document) => steps.reduce((result, step) => step(result), document) }
}

/** The document an upsert starts from: what the query says each field equals. */
export function seedOf(query: Document): Document {
  const seed: Document = {}
  const plant = (part: Document): void => {
    for (const [path, value] of Object.entries(part)) {
      if (path === '$and' && Array.isArray(value)) value.filter(isObject).forEach(plant)
      else if (!path.startsWith('$')) plantField(seed, path, value)
    }
  }
  plant(query)
  return seed
}

function plantField(seed: Document, path: string, value: unknown): void {
  if (isPattern(value)) return
  if (isObject(value) && Object.keys(value)[0]?.startsWith('$')) {
    const { $eq: equal, $in: list, $all: every } = value
    if ('$eq' in value) setAt(seed, splitPath(path), clone(equal))
    else
      for (const items of [list, every])
        if (Array.isArray(items) && items.length === 1) setAt(seed, splitPath(path), clone(items[0] as unknown))
    return
  }
  setAt(seed, splitPath(path), clone(value))
}
