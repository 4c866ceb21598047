import { Binary, Double, Long } from 'bson'
import { encode } from './bson.ts'
import type { Document } from './bson.ts'
import { COMMANDS } from './commands/index.ts'
import type { Connection } from './commands/index.ts'
import type { Engine } from './engine.ts'
import { CommandError, ERROR_CODES } from './errors.ts'
import { readRequest } from './request.ts'
import type { Request } from './request.ts'
import { noSuchTransaction } from './transactions.ts'

const NO_SIGNATURE = { hash: new Binary(Buffer.alloc(20)), keyId: Long.ZERO }

/** Runs one command and gives the bytes of its reply, which is never anything but a reply: a fault is one too. */
export async function dispatch(
  engine: Engine,
  body: Document,
  sequences: ReadonlyMap<string, readonly Buffer[]>,
  connection: Connection,
): Promise<Buffer> {
  const time = (): Document => {
    const operationTime = engine.time()
    return { operationTime, $clusterTime: { clusterTime: operationTime, signature: NO_SIGNATURE } }
  }
  try {
    const request = readRequest(body, sequences)
    const reply = await run(engine, request, connection)
    const bytes = Buffer.isBuffer(reply) ? reply : encode(reply)
    return joined(bytes, { ok: new Double(1), ...time() })
  } catch (error) {
    return encode({ ok: new Double(0), ...faultOf(error), ...time() })
  }
}

async function run(engine: Engine, request: Request, connection: Connection): Promise<Document | Buffer> {
  const command = Object.hasOwn(COMMANDS, request.name) ? COMMANDS[request.name] : undefined
  if (!command) throw new CommandError('CommandNotFound', `no such command: '${request.name}'`)
  const isStatement = request.body['autocommit'] === false && !/^(commit|abort)Transaction$/.test(request.name)
  if (!isStatement) {
    endOlderTransaction(engine, request)
    return command.run(engine, request, connection)
  }
  if (!command.inTransaction)
    throw new CommandError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${request.name}' in a multi-document transaction.`,
    )
  const transaction = joinTransaction(engine, request)
  request.transaction = transaction
  try {
    return await command.run(engine, request, connection)
  } catch (error) {
    // Any fault of a statement ends its transaction.
    if (!transaction.hasEnded) engine.transactions.abort(transaction)
    throw error
  }
}

/** A new numbered write of a session ends the transaction it left open. */
function endOlderTransaction(engine: Engine, { session, txnNumber, body }: Request): void {
  if (session === undefined || txnNumber === undefined || body['autocommit'] !== undefined) return
  const open = engine.transactions.of(session)
  if (open && open.number < txnNumber) engine.transactions.abort(open)
}

function joinTransaction(engine: Engine, { session, txnNumber, body }: Request): NonNullable<Request['transaction']> {
  if (session === undefined || txnNumber === undefined)
    throw new CommandError('InvalidOptions', 'A transaction needs lsid and txnNumber')
  const open = engine.transactions.of(session)
  if (body['startTransaction'] !== true) {
    if (open?.number !== txnNumber) throw noSuchTransaction(txnNumber)
    return open
  }
  if (open?.number === txnNumber)
    throw new CommandError(
      'ConflictingOperationInProgress',
      `Given transaction number ${txnNumber} is already in progress.`,
    )
  if (open) {
    if (open.number > txnNumber)
      throw new CommandError('TransactionTooOld', `Transaction ${txnNumber} is older than one that has started.`)
    engine.transactions.abort(open)
  }
  return engine.transactions.begin(session, txnNumber)
}

function faultOf(error: unknown): Document {
  if (error instanceof CommandError) {
    const { message, code, codeName, labels, details } = error
    return { errmsg: message, code, codeName, ...details, ...(labels.length > 0 ? { errorLabels: [...labels] } : {}) }
  }
  // A bug of ours or a fault of the disk, not a fault of the client's.
  console.error('embedded database:', error)
  if (/\bMDB_(CORRUPTED|PAGE_NOTFOUND|PANIC|INVALID)\b/.test((error as Error).message))
    return {
      errmsg: `数据库文件已损坏，请停止并用备份恢复。The database file is damaged; stop and restore it from a backup. (FOLDER_DAMAGED) ${(error as Error).message}`,
      code: ERROR_CODES.InternalError,
      codeName: 'InternalError',
    }
  return {
    errmsg: `Internal error: ${(error as Error).message}`,
    code: ERROR_CODES.InternalError,
    codeName: 'InternalError',
  }
}

/** The bytes of a document with more fields put after its own. */
function joined(bytes: Buffer, more: Document): Buffer {
  const tail = encode(more)
  const whole = Buffer.concat([bytes.subarray(0, -1), tail.subarray(4)])
  whole.writeInt32LE(whole.length, 0)
  return whole
}
