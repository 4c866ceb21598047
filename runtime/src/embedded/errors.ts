/** MongoDB's own numbers and names for what this server refuses; clients tell errors apart by them. */
export const ERROR_CODES = {
  BadValue: 2,
  InternalError: 1,
  FailedToParse: 9,
  TypeMismatch: 14,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  UnsatisfiableWriteConcern: 100,
  ConflictingOperationInProgress: 117,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  CommandNotSupported: 115,
  CannotIndexParallelArrays: 171,
  TransactionTooOld: 225,
  SnapshotUnavailable: 246,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  InterruptedAtShutdown: 11600,
  OutOfDiskSpace: 14031,
  MissingField: 40414,
  UnknownField: 40415,
  UnsupportedStage: 40324,
  UnknownExpression: 168,
  Location15947: 15947,
  Location15952: 15952,
  Location15955: 15955,
  Location15958: 15958,
  Location15976: 15976,
  Location15983: 15983,
  Location16020: 16020,
  Location16883: 16883,
  Location17080: 17080,
  Location17124: 17124,
  Location17276: 17276,
  Location28651: 28651,
  Location28664: 28664,
  Location28689: 28689,
  Location28818: 28818,
  Location31253: 31253,
  Location31254: 31254,
  Location31325: 31325,
  Location40066: 40066,
  Location40081: 40081,
  Location40157: 40157,
  Location40234: 40234,
  Location40323: 40323,
  Location40400: 40400,
  Location51272: 51272,
  Location5107200: 5107200,
  Location5107201: 5107201,
} as const
export type ErrorName = keyof typeof ERROR_CODES

/** The names MongoDB itself prints where ours says more than its own. */
const PUBLIC_NAMES: Partial<Record<ErrorName, string>> = {
  MissingField: 'Location40414',
  UnknownField: 'Location40415',
  UnsupportedStage: 'Location40324',
  UnknownExpression: 'InvalidPipelineOperator',
}

/** A command, or one statement of it, was refused; sent to the client as MongoDB would. */
export class CommandError extends Error {
  readonly code: number
  readonly codeName: string
  readonly labels: readonly string[]
  /** Fields added to the error document, such as `keyPattern` of a duplicate key. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    name: ErrorName,
    message: string,
    labels: readonly string[] = [],
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = 'CommandError'
    this.code = ERROR_CODES[name]
    this.codeName = PUBLIC_NAMES[name] ?? name
    this.labels = labels
    this.details = details
  }
}

export const TRANSIENT = ['TransientTransactionError'] as const

/** Why the embedded database could not start or go on. */
export const EMBEDDED_FAULTS = {
  FOLDER_LOCKED: 'Another process already serves this database folder',
  FOLDER_NOT_WRITABLE: 'The database folder cannot be created or written',
  FOLDER_DAMAGED: 'The database folder does not hold a readable database',
  DISK_FULL: 'The disk or the quota of the database folder is full',
  SOCKET_IN_USE: 'The socket path of the database is in use',
  SOCKET_TOO_LONG: 'The socket path is longer than the operating system allows',
  START_FAILED: 'The embedded database did not start',
  STOPPED: 'The embedded database stopped unexpectedly',
} as const
export type EmbeddedFault = keyof typeof EMBEDDED_FAULTS

/** Thrown by `openEmbeddedDatabase`; `code` is one of {@link EMBEDDED_FAULTS}. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedFault
  readonly detail: string

  constructor(code: EmbeddedFault, detail: string) {
    super(`${EMBEDDED_FAULTS[code]}: ${detail}`)
    this.detail = detail
    this.name = 'EmbeddedDatabaseError'
    this.code = code
  }
}

/** What an error of the operating system or of lmdb means for the folder. */
export function folderFault(error: unknown): EmbeddedFault | undefined {
  const code = (error as { code?: unknown }).code
  const text = `${String(code)} ${String((error as Error).message)}`
  if (/ENOSPC|EDQUOT|EFBIG|MDB_MAP_FULL|-30792|No space left|File too large|quota/i.test(text)) return 'DISK_FULL'
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|Read-only file system|Not a directory/i.test(text))
    return 'FOLDER_NOT_WRITABLE'
  if (
    /MDB_INVALID|MDB_CORRUPTED|MDB_VERSION_MISMATCH|MDB_PAGE_NOTFOUND|MDB_PANIC|not an? (LMDB|MDB)|EINVAL|Invalid argument|EIO/i.test(
      text,
    )
  )
    return 'FOLDER_DAMAGED'
  return undefined
}
