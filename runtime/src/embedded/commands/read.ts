import { Long } from 'bson'
import { aggregatePipeline, namedStage } from '../aggregate.ts'
import { MAX_DOCUMENT_BYTES, encode } from '../bson.ts'
import type { Document } from '../bson.ts'
import type { Collection } from '../collection.ts'
import { listed, streamed } from '../cursors.ts'
import type { Engine } from '../engine.ts'
import { CommandError } from '../errors.ts'
import { isObject } from '../bson.ts'
import { compileFilter } from '../match.ts'
import { isNumeric, toInteger, toNumber } from '../numbers.ts'
import { encodeBound } from '../keys.ts'
import { splitPath, walk } from '../paths.ts'
import { sizeOf } from '../memory.ts'
import { hintedIndex } from '../planner.ts'
import { compileProjection } from '../project.ts'
import type { Projection } from '../project.ts'
import { checkFields, countField, documentField, namespaceOf } from '../request.ts'
import type { Request } from '../request.ts'
import type { Found } from '../scan.ts'
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
  compileFilter(query)
  if (!collection) return engine.cursors.open(namespace, listed([]), batchSize, isSingle, request.session)
  const { documents, pause } = collection.read(viewOf(engine, request, collection), query, options)
  return engine.cursors.open(
    namespace,
    streamed(bytesOf(documents, project), pause),
    batchSize,
    isSingle,
    request.session,
  )
}

function* bytesOf(found: Iterable<Found>, project: Projection | undefined): Iterable<Buffer> {
  for (const one of found) yield project ? encode(project(one.document)) : one.raw
}

/** What a cursor reads in each turn, which may come long after its first command. Throws when what it reads has gone. */
function viewOf(engine: Engine, request: Request, collection: Collection | undefined): () => View {
  const indexes = collection?.indexes
  return () => {
    if (request.transaction?.hasEnded)
      throw new CommandError('CursorNotFound', 'The transaction of this cursor has ended')
    if (collection && engine.catalog.get(collection.namespace) !== collection)
      throw new CommandError('QueryPlanKilled', `collection dropped: ${collection.namespace}`)
    if (indexes?.some((index) => !collection?.indexes.includes(index)))
      throw new CommandError('QueryPlanKilled', `index dropped: ${collection?.namespace}`)
    return engine.view(request)
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
  let bytes = 0
  const add = (value: unknown): void => {
    if (value === undefined) return
    const text = keyText(encodeBound([value]))
    if (!values.has(text)) bytes += sizeOf(value)
    if (bytes > MAX_DOCUMENT_BYTES) throw new CommandError('Location17217', 'distinct too big, 16mb cap')
    values.set(text, value)
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
  const collection = engine.collection(request, namespace)
  const { documents, pause } = aggregatePipeline(
    {
      view: viewOf(engine, request, collection),
      collection: (name) => engine.collection(request, `${request.database}.${name}`),
    },
    collection,
    pipeline,
    body['hint'],
  )
  const size = cursor['batchSize']
  const batchSize = isNumeric(size) ? toNumber(size) : undefined
  return engine.cursors.open(namespace, streamed(encoded(documents), pause), batchSize, false, request.session)
}

function* encoded(documents: Iterable<Document>): Iterable<Buffer> {
  for (const document of documents) yield encode(document)
}

/** A pipeline on a whole database may begin with few stages, and none of them is supported. */
function refuseWithoutCollection(pipeline: readonly Document[]): never {
  const [first] = pipeline
  const [name] = first ? namedStage(first) : ['']
  if (name !== '' && !Object.hasOwn(STAGES, name))
    throw new CommandError('UnsupportedStage', `Unrecognized pipeline stage name: '${name}'`)
  throw new CommandError('InvalidNamespace', `{aggregate: 1} is not valid for '${name}'; a collection is required.`)
}
