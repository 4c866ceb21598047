import type { Document } from '../bson.ts'
import { decode } from '../bson.ts'
import { prepare } from '../collection.ts'
import type { Collection, FindOptions, Found } from '../collection.ts'
import type { Engine } from '../engine.ts'
import { CommandError } from '../errors.ts'
import { compileFilter } from '../match.ts'
import { equalValues } from '../order.ts'
import { toInteger } from '../numbers.ts'
import { checkFields, checkStatement, documentField, documentsField, namespaceOf, statementsField } from '../request.ts'
import type { Request } from '../request.ts'
import { compileUpdate, immutableId, seedOf } from '../update.ts'
import type { Update } from '../update.ts'
import type { Writer } from '../view.ts'
import { compileProjection } from '../project.ts'

/** Runs each statement; a refused one is reported, and ends the batch when it is ordered. */
function batch<T>(
  request: Request,
  statements: readonly T[],
  run: (statement: T, index: number) => void,
): { writeErrors?: Document[] } {
  const isOrdered = request.body['ordered'] !== false
  const writeErrors: Document[] = []
  for (const [index, statement] of statements.entries())
    try {
      run(statement, index)
    } catch (error) {
      // What is transient concerns the whole transaction, and a limit of time the whole command, not one statement.
      if (!(error instanceof CommandError) || error.labels.length > 0 || error.codeName === 'MaxTimeMSExpired')
        throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details })
      if (isOrdered) break
    }
  return writeErrors.length > 0 ? { writeErrors } : {}
}

export async function insert(engine: Engine, request: Request): Promise<Buffer> {
  checkFields(request, ['documents', 'ordered', 'bypassDocumentValidation'])
  const documents = documentsField(request, 'documents')
  // An _id is chosen once, also when the write must wait and is run again.
  const prepared = documents.map(({ document, raw }) => attempt(() => prepare(document, raw)))
  const collection = await engine.ensureCollection(request, namespaceOf(request))
  return engine.write(request, (writer) => {
    let n = 0
    const failures = batch(request, prepared, (result) => {
      if (result instanceof Error) throw result
      collection.insert(writer, result.document, result.raw)
      n++
    })
    return { n, ...failures }
  })
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    return error as Error
  }
}

interface UpdateOutcome {
  readonly before: Document | undefined
  readonly after: Document
  readonly changed: boolean
  readonly upserted: boolean
}

/**
 * What a statement changes: found before anything is changed, as a change may move a document to where it would be found again.
 * Of many only the keys are held.
 */
function* targets(writer: Writer, collection: Collection, query: Document, options: FindOptions): Iterable<Found> {
  if (options.limit === 1) {
    const [first] = collection.find(writer, query, options)
    if (first) yield first
    return
  }
  const keys = Array.from(collection.find(writer, query, options), ({ idKey, trace }) => ({ idKey, trace }))
  for (const { idKey, trace } of keys) {
    const found = collection.byKey(writer, idKey)
    if (found) yield { ...found, trace }
  }
}

function change(writer: Writer, collection: Collection, found: Found, update: Update, now: Date): UpdateOutcome {
  const before = found.document
  const after = update.apply(decode(found.raw), found.trace, { isInserting: false, now })
  if (!equalValues(after['_id'], before['_id']) || !('_id' in after)) throw immutableId()
  const { document, raw } = prepare(after)
  const changed = !raw.equals(found.raw)
  if (changed) collection.replace(writer, found.idKey, before, document, raw)
  return { before, after: document, changed, upserted: false }
}

function upsert(writer: Writer, collection: Collection, query: Document, update: Update, now: Date): UpdateOutcome {
  const seed = seedOf(query)
  const asked = seed['_id']
  const made = update.apply(
    update.isReplacement ? ('_id' in seed ? { _id: seed['_id'] } : {}) : seed,
    {},
    { isInserting: true, now },
  )
  const { document, raw } = prepare(made)
  if (asked !== undefined && !equalValues(document['_id'], asked)) throw immutableId()
  collection.insert(writer, document, raw)
  return { before: undefined, after: document, changed: false, upserted: true }
}

export async function update(engine: Engine, request: Request): Promise<Buffer> {
  checkFields(request, ['updates', 'ordered', 'bypassDocumentValidation'])
  const statements = statementsField(request, 'updates').map((statement) => {
    checkStatement('update.updates', statement, ['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint'])
    return statement
  })
  const namespace = namespaceOf(request)
  const mayInsert = statements.some(({ upsert: wanted }) => wanted === true)
  const collection = mayInsert
    ? await engine.ensureCollection(request, namespace)
    : engine.collection(request, namespace)
  return engine.write(request, (writer) => {
    let n = 0
    let nModified = 0
    const upserted: Document[] = []
    const failures = batch(request, statements, (statement, index) => {
      const query = documentField(statement, 'q')
      compileFilter(query)
      const compiled = compileUpdate(statement['u'], statement['arrayFilters'])
      const isMulti = statement['multi'] === true
      if (isMulti && compiled.isReplacement)
        throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update')
      const now = new Date()
      let isFound = false
      const options = { limit: isMulti ? 0 : 1, hint: statement['hint'] }
      for (const one of collection ? targets(writer, collection, query, options) : []) {
        isFound = true
        const outcome = change(writer, collection as Collection, one, compiled, now)
        n++
        if (outcome.changed) nModified++
      }
      if (isFound || statement['upsert'] !== true) return
      const made = upsert(writer, collection as Collection, query, compiled, now)
      n++
      upserted.push({ index, _id: made.after['_id'] })
    })
    return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...failures }
  })
}

export async function remove(engine: Engine, request: Request): Promise<Buffer> {
  checkFields(request, ['deletes', 'ordered'])
  const statements = statementsField(request, 'deletes').map((statement) => {
    checkStatement('delete.deletes', statement, ['q', 'limit', 'hint'])
    const { limit } = statement
    if (limit === undefined)
      throw new CommandError('MissingField', "BSON field 'delete.deletes.limit' is missing but a required field")
    if (toInteger(limit) !== 0 && toInteger(limit) !== 1)
      throw new CommandError('FailedToParse', 'The limit field in delete objects must be 0 or 1.')
    return statement
  })
  const collection = engine.collection(request, namespaceOf(request))
  return engine.write(request, (writer) => {
    let n = 0
    const failures = batch(request, statements, ({ q, limit, hint }) => {
      const query = documentField({ q }, 'q')
      compileFilter(query)
      if (!collection) return
      for (const { idKey, document } of targets(writer, collection, query, { limit: toInteger(limit) ?? 0, hint })) {
        collection.remove(writer, idKey, document)
        n++
      }
    })
    return { n, ...failures }
  })
}

export async function findAndModify(engine: Engine, request: Request): Promise<Buffer> {
  checkFields(request, [
    'query',
    'sort',
    'update',
    'remove',
    'new',
    'upsert',
    'fields',
    'arrayFilters',
    'hint',
    'bypassDocumentValidation',
    'collation',
  ])
  const { body } = request
  const isRemoval = body['remove'] === true
  if (isRemoval === (body['update'] !== undefined))
    throw new CommandError('FailedToParse', "Either an update or 'remove'=true must be specified, and not both")
  const namespace = namespaceOf(request)
  const query = documentField(body, 'query')
  const project = compileProjection(body['fields']) ?? ((document: Document) => document)
  compileFilter(query)
  const compiled = isRemoval ? undefined : compileUpdate(body['update'], body['arrayFilters'])
  const collection =
    body['upsert'] === true ? await engine.ensureCollection(request, namespace) : engine.collection(request, namespace)
  const shown = (document: Document | undefined): Document | null => (document ? project(document) : null)
  return engine.write(request, (writer) => {
    const [found] = collection
      ? [...collection.find(writer, query, { sort: body['sort'], hint: body['hint'], limit: 1 })]
      : []
    const now = new Date()
    if (!found || !collection) {
      if (!compiled || !collection || body['upsert'] !== true)
        return { lastErrorObject: compiled ? { n: 0, updatedExisting: false } : { n: 0 }, value: null }
      const made = upsert(writer, collection, query, compiled, now)
      const lastErrorObject = { n: 1, updatedExisting: false, upserted: made.after['_id'] }
      return { lastErrorObject, value: body['new'] === true ? shown(made.after) : null }
    }
    if (!compiled) {
      collection.remove(writer, found.idKey, found.document)
      return { lastErrorObject: { n: 1 }, value: shown(found.document) }
    }
    const outcome = change(writer, collection, found, compiled, now)
    const value = shown(body['new'] === true ? outcome.after : outcome.before)
    return { lastErrorObject: { n: 1, updatedExisting: true }, value }
  })
}
