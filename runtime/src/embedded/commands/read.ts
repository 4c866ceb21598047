import { Long } from 'bson'
import { aggregatePipeline, namedStage } from '../aggregate.ts'
import { encode } from '../bson.ts'
import type { Document } from '../bson.ts'
import type { Collection } from '../collection.ts'
import { listed } from '../cursors.ts'
import type { Source } from '../cursors.ts'
import type { Engine } from '../engine.ts'
import { CommandError } from '../errors.ts'
import { isObject } from '../bson.ts'
import { compileFilter, soleId } from '../match.ts'
import { isNumeric, toInteger, toNumber } from '../numbers.ts'
import { encodeBound } from '../keys.ts'
import { splitPath, walk } from '../paths.ts'
import { hintedIndex } from '../planner.ts'
import { compileProjection } from '../project.ts'
import type { Projection } from '../project.ts'
import { checkFields, countField, documentField, namespaceOf } from '../request.ts'
import type { Request } from '../request.ts'
import { scan } from '../scan.ts'
import type { Found, ScanState } from '../scan.ts'
import { STAGES } from '../stages.ts'
import { keyText } from '../view.ts'
import type { View } from '../view.ts'

export function find(engine: Engine, request: Request): Buffer {
  checkFields(request, [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'collation',
    'allowDiskUse',
    'noCursorTimeout',
    'allowPartialResults',
  ])
  const { body } = request
  const namespace = namespaceOf(request)
  const collection = engine.collection(request, namespace)
  const query = documentField(body, 'filter')
  const project = compileProjection(body['projection'])
  const limit = toInteger(body['limit']) ?? 0
  const options = { sort: body['sort'], skip: countField(body, 'skip'), limit: Math.abs(limit), hint: body['hint'] }
  const isSingle = body['singleBatch'] === true || limit < 0
  const batchSize = body['batchSize'] === undefined ? undefined : countField(body, 'batchSize')
  const source = collection
    ? findSource(() => openView(engine, request), collection, query, options, project)
    : emptySource(query)
  return engine.cursors.open(namespace, source, batchSize, isSingle, request.session)
}

function emptySource(query: Document): Source {
  compileFilter(query)
  return listed([])
}

/** The view of a cursor that may outlive its first command. */
function openView(engine: Engine, request: Request): View {
  if (request.transaction?.hasEnded)
    throw new CommandError('CursorNotFound', 'The transaction of this cursor has ended')
  return engine.view(request)
}

interface SourceOptions {
  readonly sort: unknown
  readonly skip: number
  readonly limit: number
  readonly hint: unknown
}

/** Reads on from where it stood, each time from the state of that moment; only what must be sorted is read whole. */
function findSource(
  view: () => View,
  collection: Collection,
  query: Document,
  options: SourceOptions,
  project: Projection | undefined,
): Source {
  const bytesOf = ({ raw, document }: Found): Buffer => (project ? encode(project(document)) : raw)
  const filter = compileFilter(query)
  const isDirect = soleId(query) !== undefined
  const plan = isDirect ? undefined : collection.plan(filter, options)
  if (!plan?.isSorted) return listed([...collection.find(view(), query, options)].map(bytesOf))
  const state: ScanState = { interval: 0 }
  let toSkip = options.skip
  let left = options.limit > 0 ? options.limit : Infinity
  let ahead: Buffer | undefined
  return {
    next(count, bytes) {
      const documents: Buffer[] = []
      let size = 0
      if (ahead && count > 0) {
        documents.push(ahead)
        size += ahead.length
        ahead = undefined
      }
      if (left === 0) return { documents, isDone: ahead === undefined }
      for (const found of scan(view(), collection, plan, filter.test, state)) {
        if (toSkip > 0) {
          toSkip--
          continue
        }
        left--
        const document = bytesOf(found)
        // One document is read ahead, so that the last batch says that it is the last.
        if (documents.length >= count || (documents.length > 0 && size + document.length > bytes)) {
          ahead = document
          return { documents, isDone: false }
        }
        documents.push(document)
        size += document.length
        if (left === 0) break
      }
      return { documents, isDone: true }
    },
  }
}

export function getMore(engine: Engine, request: Request): Buffer {
  checkFields(request, ['collection', 'batchSize'])
  const { body, database } = request
  const id = body['getMore']
  if (!(id instanceof Long)) throw new CommandError('TypeMismatch', 'getMore needs a cursor id of type long')
  const batchSize = body['batchSize'] === undefined ? undefined : countField(body, 'batchSize')
  return engine.cursors.more(id, `${database}.${String(body['collection'])}`, batchSize)
}

export function killCursors(engine: Engine, request: Request): Document {
  checkFields(request, ['cursors'])
  const ids = request.body['cursors']
  const cursorsKilled: Long[] = []
  const cursorsNotFound: Long[] = []
  for (const id of Array.isArray(ids) ? (ids as unknown[]) : [])
    if (id instanceof Long) (engine.cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id)
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] }
}

export function count(engine: Engine, request: Request): Document {
  checkFields(request, ['query', 'limit', 'skip', 'hint', 'collation', 'fields'])
  const { body } = request
  const query = documentField(body, 'query')
  const collection = engine.collection(request, namespaceOf(request))
  compileFilter(query)
  if (collection && body['hint'] !== undefined) hintedIndex(collection.indexes, body['hint'])
  const skip = countField(body, 'skip')
  const limit = Math.abs(toInteger(body['limit']) ?? 0)
  if (!collection) return { n: 0 }
  const view = engine.view(request)
  if (Object.keys(query).length === 0) {
    const all = Math.max(collection.count(view) - skip, 0)
    return { n: limit > 0 ? Math.min(all, limit) : all }
  }
  let n = 0
  for (const _ of collection.find(view, query, { skip, limit, hint: body['hint'] })) n++
  return { n }
}

export function distinct(engine: Engine, request: Request): Document {
  checkFields(request, ['key', 'query', 'collation', 'hint'])
  const { body } = request
  const key = body['key']
  if (typeof key !== 'string') throw new CommandError('TypeMismatch', "BSON field 'distinct.key' must be a string")
  const collection = engine.collection(request, namespaceOf(request))
  const query = documentField(body, 'query')
  compileFilter(query)
  const values = new Map<string, unknown>()
  const add = (value: unknown): void => {
    if (value !== undefined) values.set(keyText(encodeBound([value])), value)
  }
  if (collection)
    for (const { document } of collection.find(engine.view(request), query, { hint: body['hint'] }))
      walk(document, splitPath(key), (value) => {
        if (Array.isArray(value)) value.forEach(add)
        else add(value)
        return false
      })
  return { values: [...values.values()] }
}

export function aggregate(engine: Engine, request: Request): Buffer {
  checkFields(request, ['pipeline', 'cursor', 'allowDiskUse', 'collation', 'hint', 'bypassDocumentValidation'])
  const { body } = request
  const { pipeline, cursor } = body
  if (!Array.isArray(pipeline) || !pipeline.every(isObject))
    throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array of objects")
  if (!isObject(cursor)) throw new CommandError('FailedToParse', "The 'cursor' option is required")
  if (body['aggregate'] === 1) refuseWithoutCollection(pipeline)
  const namespace = namespaceOf(request)
  const results = aggregatePipeline(
    { view: engine.view(request), collection: (name) => engine.collection(request, `${request.database}.${name}`) },
    engine.collection(request, namespace),
    pipeline,
    body['hint'],
  )
  const size = cursor['batchSize']
  const batchSize = isNumeric(size) ? toNumber(size) : undefined
  return engine.cursors.open(namespace, listed([...results].map(encode)), batchSize, false, request.session)
}

/** A pipeline on a whole database may begin with few stages, and none of them is supported. */
function refuseWithoutCollection(pipeline: readonly Document[]): never {
  const [first] = pipeline
  const [name] = first ? namedStage(first) : ['']
  if (name !== '' && !Object.hasOwn(STAGES, name))
    throw new CommandError('UnsupportedStage', `Unrecognized pipeline stage name: '${name}'`)
  throw new CommandError('InvalidNamespace', `{aggregate: 1} is not valid for '${name}'; a collection is required.`)
}
