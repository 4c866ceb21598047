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
  QueryPlanKilled: 175,
  TransactionTooOld: 225,
  SnapshotUnavailable: 246,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  OperationNotSupportedInTransaction: 263,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
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
  Location17217: 17217,
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

/** Why the embedded database could not start or go on, and the way out, in Chinese and in English. */
export const EMBEDDED_FAULTS = {
  FOLDER_LOCKED: [
    '另一个进程正在使用这个数据库文件夹。请先停止它，或换一个文件夹。',
    'Another process serves this database folder. Stop it first, or use another folder.',
  ],
  FOLDER_NOT_WRITABLE: [
    '数据库文件夹无法创建或写入。请检查路径和权限。',
    'The database folder cannot be created or written. Check its path and permissions.',
  ],
  FOLDER_DAMAGED: [
    '数据库文件已损坏，所以没有启动，文件也没有改动。请用备份恢复；没有备份时，把 store.mdb 移到别处再启动，会得到一个空数据库。',
    'The database file is damaged, so nothing was started and the file was not changed. Restore it from a backup; without one, move store.mdb elsewhere and start again with an empty database.',
  ],
  FOLDER_OTHER_VERSION: [
    '数据库文件由另一个版本写成。请用写成它的那个版本打开。',
    'The database file was written by another version. Open it with the version that wrote it.',
  ],
  DISK_FULL: [
    '磁盘或配额已满。腾出空间后再启动，已保存的数据都还在。',
    'The disk or its quota is full. Make room and start again; what was stored is still there.',
  ],
  SOCKET_IN_USE: [
    '数据库的套接字路径已被占用。请换一个路径。',
    'The socket path of the database is in use. Choose another.',
  ],
  SOCKET_TOO_LONG: [
    '套接字路径超过了操作系统允许的长度。请换一个短的。',
    'The socket path is longer than the operating system allows. Choose a shorter one.',
  ],
  START_FAILED: ['内嵌数据库没有启动。', 'The embedded database did not start.'],
  STOPPED: [
    '内嵌数据库意外停止。重新启动后，已确认的写入都还在。',
    'The embedded database stopped unexpectedly. Start it again; what was acknowledged is still there.',
  ],
} as const satisfies Record<string, readonly [chinese: string, english: string]>
export type EmbeddedFault = keyof typeof EMBEDDED_FAULTS

/** Thrown by `openEmbeddedDatabase`; `code` is one of {@link EMBEDDED_FAULTS}, `detail` names the folder, file or process. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedFault
  readonly detail: string

  constructor(code: EmbeddedFault, detail: string) {
    const [chinese, english] = EMBEDDED_FAULTS[code]
    super(`${chinese}${english} (${code}) ${detail}`)
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
    /MDB_INVALID|MDB_CORRUPTED|MDB_VERSION_MISMATCH|MDB_PAGE_NOTFOUND|MDB_BAD_TXN|MDB_PANIC|not an? (LMDB|MDB)|EINVAL|Invalid argument|EIO/i.test(
      text,
    )
  )
    return 'FOLDER_DAMAGED'
  return undefined
}
