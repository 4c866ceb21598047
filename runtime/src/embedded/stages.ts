import { Long } from 'bson'
import { compileStages, namedStage } from './aggregate.ts'
import type { CompileStage, Stage } from './aggregate.ts'
import { isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { compileExpression } from './expression.ts'
import { groupStage } from './group.ts'
import { compileFilter } from './match.ts'
import { Held, sizeOf } from './memory.ts'
import { toInteger } from './numbers.ts'
import { splitPath, valueAt, walk } from './paths.ts'
import { compileAdditions, compileProjection, compileRemovals } from './project.ts'
import type { Projection } from './project.ts'
import { parseSort, sortDocuments } from './sort.ts'
import { setAt, unsetAt } from './update-paths.ts'

const bad = (message: string): CommandError => new CommandError('BadValue', message)

const each = (project: Projection): Stage =>
  function* (input) {
    for (const document of input) yield project(document)
  }

const whole = (name: '$limit' | '$skip', value: unknown): number => {
  const number = toInteger(value)
  if (number === undefined || number < 0)
    throw new CommandError(
      name === '$limit' ? 'Location5107201' : 'Location5107200',
      `invalid argument to ${name} stage: Expected a non-negative number`,
    )
  if (number === 0 && name === '$limit') throw new CommandError('Location15958', 'the limit must be positive')
  return number
}

const match: CompileStage = (argument) => {
  if (!isObject(argument)) throw bad('the match filter must be an expression in an object')
  const { test } = compileFilter(argument)
  return function* (input) {
    for (const document of input) if (test(document)) yield document
  }
}

const sort: CompileStage = (argument) => {
  const spec = parseSort(argument)
  if (spec.length === 0) throw new CommandError('Location15976', '$sort stage must have at least one sort key')
  return function* (input) {
    yield* sortDocuments(input, spec)
  }
}

const limit: CompileStage = (argument) => {
  const most = whole('$limit', argument)
  return function* (input) {
    let left = most
    for (const document of input) {
      yield document
      if (--left === 0) return
    }
  }
}

const skip: CompileStage = (argument) => {
  const count = whole('$skip', argument)
  return function* (input) {
    let place = 0
    for (const document of input) if (place++ >= count) yield document
  }
}

const countAll: CompileStage = (argument) => {
  if (typeof argument !== 'string' || argument === '' || argument.includes('.') || argument.startsWith('$'))
    throw new CommandError('Location40157', 'the count field must be a non-empty string without . or a leading $')
  return function* (input) {
    let n = 0
    for (const _ of input) n++
    if (n > 0) yield { [argument]: n }
  }
}

const unwind: CompileStage = (argument) => {
  const options = isObject(argument) ? argument : { path: argument }
  for (const key of Object.keys(options))
    if (!['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(key))
      throw bad(`unrecognized option to $unwind: ${key}`)
  const { path, includeArrayIndex } = options
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new CommandError('Location28818', "path option to $unwind should be a field path with a leading '$'")
  const parts = splitPath(path.slice(1))
  const keepsEmpty = options['preserveNullAndEmptyArrays'] === true
  const indexParts = typeof includeArrayIndex === 'string' ? splitPath(includeArrayIndex) : undefined
  return function* (input) {
    for (const document of input) {
      const value = valueAt(document, parts)
      const items: readonly unknown[] = Array.isArray(value) ? value : [value]
      const isEmpty = value === undefined || value === null || items.length === 0
      if (isEmpty && !keepsEmpty) continue
      for (const [i, item] of (isEmpty ? [value] : items).entries()) {
        const copy = copyAlong(document, parts)
        if (isEmpty && Array.isArray(value)) unsetAt(copy, parts)
        else if (item !== undefined) setAt(copy, parts, item)
        if (indexParts) setAt(copy, indexParts, Array.isArray(value) && !isEmpty ? Long.fromNumber(i) : null)
        yield copy
      }
    }
  }
}

/** A copy that may be changed at `parts`; what lies beside is shared. */
function copyAlong(document: Document, parts: readonly string[]): Document {
  const copy: Document = { ...document }
  let target = copy
  for (const part of parts.slice(0, -1)) {
    const inner = target[part]
    if (!isObject(inner)) break
    target = target[part] = { ...inner }
  }
  return copy
}

const replaceWith =
  (name: string): CompileStage =>
  (argument) => {
    const expression = compileExpression(name === '$replaceRoot' && isObject(argument) ? argument['newRoot'] : argument)
    return each((document) => {
      const next = expression({ root: document, variables: {} })
      if (!isObject(next)) throw bad("'newRoot' expression must evaluate to an object")
      return next
    })
  }

/** The plain form of `$lookup`: equality of one local with one foreign field. */
const lookup: CompileStage = (argument, surroundings) => {
  const options = isObject(argument) ? argument : {}
  for (const key of Object.keys(options))
    if (!['from', 'localField', 'foreignField', 'as'].includes(key))
      throw bad(`$lookup argument '${key}' is not supported`)
  const { from, localField, foreignField, as } = options
  if (
    typeof from !== 'string' ||
    typeof localField !== 'string' ||
    typeof foreignField !== 'string' ||
    typeof as !== 'string'
  )
    throw bad('$lookup needs from, localField, foreignField and as, all strings')
  const collection = surroundings.collection(from)
  return each((document) => {
    const wanted: unknown[] = []
    walk(document, splitPath(localField), (value) => {
      if (Array.isArray(value)) wanted.push(...(value as unknown[]))
      else wanted.push(value ?? null)
      return false
    })
    const found = collection?.find(surroundings.view(), { [foreignField]: { $in: wanted } }) ?? []
    const copy = copyAlong(document, splitPath(as))
    setAt(
      copy,
      splitPath(as),
      [...found].map((one) => one.document),
    )
    return copy
  })
}

const facet: CompileStage = (argument, surroundings) => {
  if (!isObject(argument)) throw bad('the $facet specification must be a non-empty object')
  const branches = Object.entries(argument).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw bad('arguments to $facet must be arrays')
    return [name, compileStages(pipeline.map(namedStage), surroundings)] as const
  })
  return function* (input) {
    const memory = new Held('$facet')
    const documents: Document[] = []
    for (const document of input) {
      memory.add(sizeOf(document))
      documents.push(document)
    }
    const result: Document = {}
    for (const [name, stages] of branches)
      result[name] = [...stages.reduce<Iterable<Document>>((flow, stage) => stage(flow), documents)]
    yield result
  }
}

const chain =
  (...parts: readonly ((argument: unknown) => readonly [name: string, argument: unknown])[]): CompileStage =>
  (argument, surroundings) => {
    const stages = compileStages(
      parts.map((part) => part(argument)),
      surroundings,
    )
    return (input) => stages.reduce<Iterable<Document>>((flow, stage) => stage(flow), input)
  }

/** Every aggregation stage of the allow-list, by its name. */
export const STAGES: Readonly<Record<string, CompileStage>> = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: countAll,
  $group: groupStage,
  $project: (argument) => each(compileProjection(argument, 'stage') ?? ((document) => document)),
  $addFields: (argument) => each(compileAdditions(argument)),
  $set: (argument) => each(compileAdditions(argument)),
  $unset: (argument) => each(compileRemovals(argument)),
  $unwind: unwind,
  $lookup: lookup,
  $facet: facet,
  $replaceRoot: replaceWith('$replaceRoot'),
  $replaceWith: replaceWith('$replaceWith'),
  $sortByCount: chain(
    (argument) => ['$group', { _id: argument, count: { $sum: 1 } }],
    () => ['$sort', { count: -1 }],
  ),
}
