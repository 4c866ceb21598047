import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { faultOfTree } from './store-pages.ts'
import type { StoreFile, Tree } from './store-pages.ts'

const MAGIC = 0xbeefc0de
/** The layout of lmdb's files that this lmdb reads. */
const LAYOUT = 2
const META_BYTES = 160
const AT = { magic: 24, layout: 28, pageSize: 48, lastPage: 144, transaction: 152 } as const
/** Where a tree's description lies: of the free pages, and of what is stored. */
const TREES = [48, 96] as const
const TRIES = 5

export interface StoreFault {
  readonly code: 'FOLDER_DAMAGED' | 'FOLDER_OTHER_VERSION'
  readonly detail: string
}

/**
 * Says what is wrong with an lmdb file, or undefined when it may be opened. lmdb maps the file into memory and trusts it: one that
 * is something else, cut short, or damaged where pages point to one another would end the whole process, or lose what lies behind.
 */
export function faultOfStoreFile(path: string): StoreFault | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = readHead(file)
      const fault = faultOf(file, path, before)
      // A process that serves the folder writes it meanwhile; what was read is then not of one moment.
      if (!fault || readHead(file).equals(before)) return fault
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

interface Meta {
  readonly pageSize: number
  readonly layout: number
  readonly lastPage: bigint
  readonly transaction: bigint
  readonly trees: readonly Tree[]
}

const damaged = (detail: string): StoreFault => ({ code: 'FOLDER_DAMAGED', detail })

function faultOf(file: number, path: string, head: Buffer): StoreFault | undefined {
  const { size } = fstatSync(file)
  if (size === 0) return damaged(`${path} is empty`)
  const first = readMeta(head, 0)
  const second = first && readMeta(head, first.pageSize)
  if (!first || !second || first.pageSize !== second.pageSize) return damaged(`${path} is not an lmdb file`)
  for (const { layout } of [first, second])
    if (layout !== LAYOUT)
      return { code: 'FOLDER_OTHER_VERSION', detail: `${path} has layout ${layout}, not ${LAYOUT}` }
  // Commits take turns on the two pages: another number is a damaged one, and the last commits would be lost unseen.
  const distance = first.transaction - second.transaction
  const isInTurn = first.transaction % 2n === 0n && (distance === 1n || distance === -1n)
  const isNew = first.transaction === 0n && second.transaction === 0n
  if (!isInTurn && !isNew) return damaged(`the first pages of ${path} contradict each other`)
  const newest = distance > 0n ? first : second
  const store: StoreFile = {
    file,
    size,
    pageSize: newest.pageSize,
    lastPage: newest.lastPage,
    newest: newest.transaction,
  }
  for (const tree of newest.trees) {
    const fault = faultOfTree(store, tree)
    if (fault !== undefined) return damaged(`${path}: ${fault}`)
  }
  return undefined
}

/** The bytes that hold both descriptions of the file, whatever its page size. */
function readHead(file: number): Buffer {
  const bytes = Buffer.alloc(65_536 + META_BYTES)
  const head = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
  const pageSize = head.length < META_BYTES ? 0 : head.readUInt32LE(AT.pageSize)
  return head.subarray(0, pageSize + META_BYTES)
}

function readMeta(head: Buffer, at: number): Meta | undefined {
  if (head.length < at + META_BYTES) return undefined
  const bytes = head.subarray(at, at + META_BYTES)
  if (bytes.readUInt32LE(AT.magic) !== MAGIC) return undefined
  const pageSize = bytes.readUInt32LE(AT.pageSize)
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return undefined
  return {
    pageSize,
    layout: bytes.readUInt32LE(AT.layout),
    lastPage: bytes.readBigUInt64LE(AT.lastPage),
    transaction: bytes.readBigUInt64LE(AT.transaction),
    trees: TREES.map((start) => ({ depth: bytes.readUInt16LE(start + 6), root: bytes.readBigUInt64LE(start + 40) })),
  }
}
