import { Binary, Long } from 'bson'
import { decode, encode, isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import { isNumeric, toInteger, toNumber } from './numbers.ts'
import type { Transaction } from './transactions.ts'

/** One command as it came over the wire. */
export interface Request {
  readonly name: string
  readonly body: Document
  readonly database: string
  /** Raw documents sent beside the body, by the field they stand for. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>
  /** The client's session, as hexadecimal text. */
  readonly session: string | undefined
  readonly txnNumber: bigint | undefined
  /** How long it may run, in milliseconds. */
  readonly maxTime: number | undefined
  /** The open transaction this statement is part of. */
  transaction?: Transaction
}

/** Fields any command may carry. */
const COMMON_FIELDS = [
  '$db',
  'lsid',
  '$clusterTime',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  '$readPreference',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]

export function readRequest(body: Document, sequences: ReadonlyMap<string, readonly Buffer[]>): Request {
  const [name = ''] = Object.keys(body)
  const database = body['$db']
  if (typeof database !== 'string') throw new CommandError('MissingField', "OP_MSG requests require a '$db' argument")
  const lsid = body['lsid']
  const id = isObject(lsid) ? lsid['id'] : undefined
  const number = body['txnNumber']
  return {
    name,
    body,
    database,
    sequences,
    session: id instanceof Binary ? Buffer.from(id.value()).toString('hex') : undefined,
    maxTime: countField(body, 'maxTimeMS') || undefined,
    txnNumber: number instanceof Long ? number.toBigInt() : isNumeric(number) ? BigInt(toNumber(number)) : undefined,
  }
}

/** Refuses what a command does not know, so that nothing is silently left undone. */
export function checkFields({ name, body, sequences }: Request, known: readonly string[]): void {
  for (const field of [...Object.keys(body), ...sequences.keys()])
    if (field !== name && !known.includes(field) && !COMMON_FIELDS.includes(field))
      throw new CommandError('UnknownField', `BSON field '${name}.${field}' is an unknown field.`)
  checkCollation(body['collation'])
  checkReadConcern(body)
  const concern = body['writeConcern']
  const w = isObject(concern) ? toInteger(concern['w']) : undefined
  if (w !== undefined && w > 1)
    throw new CommandError(
      'UnsatisfiableWriteConcern',
      'Not enough data-bearing nodes: the embedded database is one node',
    )
}

/** One state for several reads is what a transaction is for; outside of one it would be promised and not kept. */
function checkReadConcern(body: Document): void {
  const concern = body['readConcern']
  if (isObject(concern) && concern['level'] === 'snapshot' && body['autocommit'] === undefined)
    throw new CommandError('InvalidOptions', 'Read concern level snapshot is supported in transactions only')
}

export function checkCollation(collation: unknown): void {
  if (collation === undefined || (isObject(collation) && collation['locale'] === 'simple')) return
  throw new CommandError('InvalidOptions', 'Collation is not supported by the embedded database')
}

/** Refuses unknown fields of one statement of `update` or `delete`. */
export function checkStatement(name: string, statement: Document, known: readonly string[]): void {
  for (const field of Object.keys(statement))
    if (!known.includes(field) && field !== 'collation')
      throw new CommandError('UnknownField', `BSON field '${name}.${field}' is an unknown field.`)
  checkCollation(statement['collation'])
}

export function namespaceOf({ name, body, database }: Request): string {
  const collection = body[name]
  if (typeof collection !== 'string' || collection === '')
    throw new CommandError('InvalidNamespace', `collection name has invalid type or is empty: ${name}`)
  return `${database}.${collection}`
}

export function documentField(body: Document, field: string): Document {
  const value = body[field] ?? {}
  if (!isObject(value))
    throw new CommandError('TypeMismatch', `BSON field '${field}' is the wrong type, expected an object`)
  return value
}

/** A whole number that is not negative; `fallback` when it is not there. */
export function countField(body: Document, field: string, fallback = 0): number {
  if (body[field] === undefined || body[field] === null) return fallback
  const value = toInteger(body[field])
  if (value === undefined) throw new CommandError('TypeMismatch', `BSON field '${field}' must be a whole number`)
  if (value < 0) throw new CommandError('BadValue', `BSON field '${field}' value must be >= 0`)
  return value
}

/** An array of documents, wherever the driver put it; their bytes too where they came as bytes. */
export function documentsField(
  { body, sequences }: Request,
  field: string,
): readonly { readonly document: Document; readonly raw: Buffer }[] {
  const raws = sequences.get(field) ?? body[field]
  if (!Array.isArray(raws) || raws.length === 0)
    throw new CommandError('InvalidOptions', `Write batch sizes must be between 1 and 100000: ${field}`)
  return (raws as readonly (Buffer | Document)[]).map((item) =>
    Buffer.isBuffer(item) ? { document: decode(item), raw: item } : { document: item, raw: encode(item) },
  )
}

/** The statements of `updates` or `deletes`. */
export function statementsField({ body, sequences }: Request, field: string): readonly Document[] {
  const raws = sequences.get(field)
  const statements = raws ? raws.map((raw) => decode(raw)) : body[field]
  if (!Array.isArray(statements) || statements.length === 0 || !statements.every(isObject))
    throw new CommandError('InvalidOptions', `Write batch sizes must be between 1 and 100000: ${field}`)
  return statements
}
