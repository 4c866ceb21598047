import type { Document } from '../bson.ts'
import type { Engine } from '../engine.ts'
import type { Request } from '../request.ts'
import { aggregate, count, distinct, find, getMore, killCursors } from './read.ts'
import {
  create,
  createIndexes,
  drop,
  dropDatabase,
  dropIndexes,
  listCollections,
  listDatabases,
  listIndexes,
} from './schema.ts'
import { abortTransaction, commitTransaction, endSessions } from './session.ts'
import { buildInfo, collStats, dbStats, getParameter, hello, ping, serverStatus } from './status.ts'
import { findAndModify, insert, remove, update } from './write.ts'

export interface Connection {
  readonly id: number
  readonly address: string
}
/** A reply is a document, or the bytes of one. */
export type Reply = Document | Buffer
type Run = (engine: Engine, request: Request, connection: Connection) => Reply | Promise<Reply>

interface Command {
  readonly run: Run
  /** Whether it may be a statement of a transaction. */
  readonly inTransaction?: true
}

/** Every command of the allow-list, by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  hello: { run: hello },
  isMaster: { run: hello },
  ismaster: { run: hello },
  ping: { run: ping },
  buildInfo: { run: buildInfo },
  buildinfo: { run: buildInfo },
  getParameter: { run: getParameter },
  serverStatus: { run: serverStatus },
  dbStats: { run: dbStats },
  collStats: { run: collStats },
  listDatabases: { run: listDatabases },
  listCollections: { run: listCollections },
  listIndexes: { run: listIndexes },
  create: { run: create },
  drop: { run: drop },
  dropDatabase: { run: dropDatabase },
  createIndexes: { run: createIndexes },
  dropIndexes: { run: dropIndexes },
  find: { run: find, inTransaction: true },
  getMore: { run: getMore, inTransaction: true },
  killCursors: { run: killCursors, inTransaction: true },
  aggregate: { run: aggregate, inTransaction: true },
  distinct: { run: distinct, inTransaction: true },
  count: { run: count },
  insert: { run: insert, inTransaction: true },
  update: { run: update, inTransaction: true },
  delete: { run: remove, inTransaction: true },
  findAndModify: { run: findAndModify, inTransaction: true },
  endSessions: { run: endSessions },
  commitTransaction: { run: commitTransaction },
  abortTransaction: { run: abortTransaction },
}
