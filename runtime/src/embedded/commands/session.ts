import { Binary } from 'bson'
import { isObject } from '../bson.ts'
import type { Document } from '../bson.ts'
import type { Engine } from '../engine.ts'
import { CommandError } from '../errors.ts'
import { checkFields } from '../request.ts'
import type { Request } from '../request.ts'
import { recordReply, recordedReply } from '../retries.ts'
import { noSuchTransaction } from '../transactions.ts'

export function endSessions(engine: Engine, request: Request): Document {
  checkFields(request, [])
  const sessions = request.body['endSessions']
  for (const lsid of Array.isArray(sessions) ? (sessions as unknown[]) : []) {
    const id = isObject(lsid) ? lsid['id'] : undefined
    if (!(id instanceof Binary)) continue
    const session = Buffer.from(id.value()).toString('hex')
    const transaction = engine.transactions.of(session)
    if (transaction) engine.transactions.abort(transaction)
    engine.cursors.killOfSession(session)
  }
  return {}
}

function numbered(request: Request): { session: string; number: bigint } {
  const { session, txnNumber, body } = request
  if (session === undefined || txnNumber === undefined || body['autocommit'] !== false)
    throw new CommandError('InvalidOptions', `${request.name} must be run within a transaction`)
  return { session, number: txnNumber }
}

/** Commits; repeated, says again that it was committed. */
export async function commitTransaction(engine: Engine, request: Request): Promise<Document> {
  checkFields(request, ['recoveryToken'])
  const { session, number } = numbered(request)
  const transaction = engine.transactions.of(session)
  if (transaction?.number === number) {
    await engine.transactions.commit(transaction, (writer) => recordReply(writer, session, number, null))
    return {}
  }
  const recorded = recordedReply(engine.storage.latest(), session, number)
  if (recorded?.reply === null) return {}
  throw noSuchTransaction(number)
}

export function abortTransaction(engine: Engine, request: Request): Document {
  checkFields(request, ['recoveryToken'])
  const { session, number } = numbered(request)
  const transaction = engine.transactions.of(session)
  if (transaction?.number === number) {
    engine.transactions.abort(transaction)
    return {}
  }
  const recorded = recordedReply(engine.storage.latest(), session, number)
  if (recorded?.reply === null)
    throw new CommandError('TransactionCommitted', `Transaction ${number} has been committed.`)
  throw noSuchTransaction(number)
}
