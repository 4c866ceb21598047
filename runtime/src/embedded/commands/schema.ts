import { isObject } from '../bson.ts'
import type { Document } from '../bson.ts'
import { checkNamespace, readIndexSpec } from '../catalog.ts'
import type { Collection } from '../collection.ts'
import { listed } from '../cursors.ts'
import type { Engine } from '../engine.ts'
import { CommandError } from '../errors.ts'
import { compileFilter } from '../match.ts'
import { checkFields, documentField, namespaceOf } from '../request.ts'
import type { Request } from '../request.ts'
import { encode } from '../bson.ts'

const missing = (namespace: string): CommandError =>
  new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`)

export async function create(engine: Engine, request: Request): Promise<Document> {
  checkFields(request, [])
  const namespace = namespaceOf(request)
  await engine.change((writer) => {
    if (engine.catalog.get(namespace))
      throw new CommandError('NamespaceExists', `Collection ${namespace} already exists.`)
    engine.catalog.create(writer, namespace)
  })
  return {}
}

export async function drop(engine: Engine, request: Request): Promise<Document> {
  checkFields(request, [])
  const namespace = namespaceOf(request)
  const indexes = await engine.change((writer) => {
    const collection = engine.catalog.get(namespace)
    if (!collection) return 0
    engine.catalog.drop(writer, collection)
    return collection.indexes.length
  })
  engine.sweep()
  // Since MongoDB 7 it is no fault to drop what is not there.
  return indexes === 0 ? {} : { nIndexesWas: indexes, ns: namespace }
}

export async function dropDatabase(engine: Engine, request: Request): Promise<Document> {
  checkFields(request, [])
  await engine.change((writer) => {
    for (const collection of engine.catalog.list(request.database)) engine.catalog.drop(writer, collection)
  })
  engine.sweep()
  return { dropped: request.database }
}

export async function createIndexes(engine: Engine, request: Request): Promise<Document> {
  checkFields(request, ['indexes', 'commitQuorum'])
  const sources = request.body['indexes']
  if (!Array.isArray(sources) || sources.length === 0)
    throw new CommandError('BadValue', 'Must specify at least one index to create')
  const specs = sources.map(readIndexSpec)
  const namespace = namespaceOf(request)
  checkNamespace(namespace)
  const isNew = !engine.catalog.get(namespace)
  const collection = await engine.ensureCollection(request, namespace)
  const before = collection.indexes.length
  const changed = await engine.change((writer) => {
    const old = collection.indexes
    engine.catalog.createIndexes(writer, collection, specs)
    if (collection.indexes === old) return false
    engine.transactions.noteSchemaChange(collection)
    return true
  })
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: isNew,
    ...(changed ? {} : { note: 'all indexes already exist' }),
  }
}

export async function dropIndexes(engine: Engine, request: Request): Promise<Document> {
  checkFields(request, ['index'])
  const namespace = namespaceOf(request)
  const collection = engine.catalog.get(namespace)
  if (!collection) throw missing(namespace)
  const names = namesToDrop(collection, request.body['index'])
  const before = collection.indexes.length
  await engine.change((writer) => {
    engine.catalog.dropIndexes(writer, collection, names)
    engine.transactions.noteSchemaChange(collection)
  })
  engine.sweep()
  return { nIndexesWas: before }
}

function namesToDrop({ indexes }: Collection, wanted: unknown): string[] {
  if (wanted === '*') return indexes.slice(1).map(({ spec }) => spec.name)
  const list: unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  return list.map((one) => {
    const found = indexes.find(({ spec }) =>
      isObject(one) ? JSON.stringify(spec.key) === JSON.stringify(one) : spec.name === one,
    )
    if (!found) throw new CommandError('IndexNotFound', `index not found with name [${String(one)}]`)
    if (found.spec.name === '_id_') throw new CommandError('InvalidOptions', 'cannot drop _id index')
    return found.spec.name
  })
}

export function listIndexes(engine: Engine, request: Request): Buffer {
  checkFields(request, ['cursor'])
  const namespace = namespaceOf(request)
  const collection = engine.catalog.get(namespace)
  if (!collection) throw missing(namespace)
  const documents = collection.indexes.map(({ spec: { key, name, ...options } }) => {
    const { unique, ...others } = options
    const isUnique = unique && name !== '_id_' ? { unique } : {}
    return encode({ v: 2, key, name, ...isUnique, ...others })
  })
  return engine.cursors.open(namespace, listed(documents), undefined, false, request.session)
}

export function listCollections(engine: Engine, request: Request): Buffer {
  checkFields(request, ['filter', 'nameOnly', 'cursor', 'authorizedCollections'])
  const { test } = compileFilter(documentField(request.body, 'filter'))
  const isShort = request.body['nameOnly'] === true
  const documents = engine.catalog
    .list(request.database)
    .map(({ namespace, options: { uuid, ...options } }): Document => {
      const name = namespace.slice(request.database.length + 1)
      if (isShort) return { name, type: 'collection' }
      const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' }
      return { name, type: 'collection', options, info: { readOnly: false, uuid }, idIndex }
    })
    .filter((document) => test(document))
  const namespace = `${request.database}.$cmd.listCollections`
  return engine.cursors.open(namespace, listed(documents.map(encode)), undefined, false, request.session)
}

export function listDatabases(engine: Engine, request: Request): Document {
  checkFields(request, ['filter', 'nameOnly', 'authorizedDatabases'])
  const { test } = compileFilter(documentField(request.body, 'filter'))
  const names = [...new Set(engine.catalog.list().map(({ namespace }) => namespace.slice(0, namespace.indexOf('.'))))]
  const isShort = request.body['nameOnly'] === true
  const databases = names
    .map((name): Document => (isShort ? { name } : { name, sizeOnDisk: engine.storage.size(), empty: false }))
    .filter((document) => test(document))
  return isShort ? { databases } : { databases, totalSize: engine.storage.size() }
}
