import { Double, Long } from 'bson'
import type { Document } from '../bson.ts'
import type { Engine } from '../engine.ts'
import { checkFields, namespaceOf } from '../request.ts'
import type { Request } from '../request.ts'
import { CommandError } from '../errors.ts'

/** The version of MongoDB whose answers are given; what is beyond the allow-list is refused whatever the version. */
const VERSION = '7.0.0'
const WIRE_VERSION = 21

/** What a client asks first: one primary, alone in its replica set. */
export function hello(
  engine: Engine,
  request: Request,
  connection: { readonly id: number; readonly address: string },
): Document {
  const isLegacy = request.name !== 'hello'
  return {
    ...(isLegacy ? { ismaster: true } : { isWritablePrimary: true }),
    helloOk: true,
    secondary: false,
    setName: 'embedded',
    setVersion: 1,
    hosts: [connection.address],
    primary: connection.address,
    me: connection.address,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    uptime: new Double((Date.now() - engine.startedAt) / 1000),
  }
}

export const ping = (): Document => ({})

export const buildInfo = (): Document => ({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  gitVersion: 'embedded',
  modules: ['kaidian-embedded'],
  storageEngines: ['lmdb'],
  bits: 64,
  maxBsonObjectSize: 16 * 1024 * 1024,
})

export const getParameter = (_: Engine, { body }: Request): Document => {
  if (!('featureCompatibilityVersion' in body)) throw new CommandError('InvalidOptions', 'no option found to get')
  return { featureCompatibilityVersion: { version: '7.0' } }
}

export const serverStatus = (engine: Engine): Document => ({
  host: 'embedded',
  version: VERSION,
  process: 'kaidian-embedded',
  pid: Long.fromNumber(process.pid),
  uptime: new Double((Date.now() - engine.startedAt) / 1000),
  localTime: new Date(),
  metrics: { cursor: { open: { total: Long.fromNumber(engine.cursors.count) } } },
  storageEngine: { name: 'lmdb', persistent: true },
})

export function dbStats(engine: Engine, request: Request): Document {
  checkFields(request, ['scale', 'freeStorage'])
  const collections = engine.catalog.list(request.database)
  const view = engine.storage.latest()
  return {
    db: request.database,
    collections: collections.length,
    objects: collections.reduce((sum, collection) => sum + collection.count(view), 0),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
    storageSize: new Double(engine.storage.size()),
  }
}

export function collStats(engine: Engine, request: Request): Document {
  checkFields(request, ['scale'])
  const namespace = namespaceOf(request)
  const collection = engine.catalog.get(namespace)
  return {
    ns: namespace,
    count: collection?.count(engine.storage.latest()) ?? 0,
    nindexes: collection?.indexes.length ?? 0,
  }
}
