import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const MAGIC = 0xbeefc0de
const META_BYTES = 160
const AT = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152 } as const

interface Meta {
  readonly transaction: bigint
  readonly bytes: bigint
}

/**
 * Says what is wrong with an lmdb file, or undefined when it may be opened. lmdb maps the file into memory and trusts it: one that
 * is something else, or cut short, would end the whole process.
 */
export function faultOfStoreFile(path: string): string | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { size } = fstatSync(file)
    if (size === 0) return undefined
    const first = readMeta(file, 0)
    const pageSize = first?.pageSize
    const second = pageSize === undefined ? undefined : readMeta(file, pageSize)
    if (!first || !second) return `${path} is not an lmdb file`
    const newest = first.transaction > second.transaction ? first : second
    return BigInt(size) < newest.bytes ? `${path} is cut short: ${size} of ${newest.bytes} bytes` : undefined
  } finally {
    closeSync(file)
  }
}

function readMeta(file: number, at: number): (Meta & { readonly pageSize: number }) | undefined {
  const bytes = Buffer.alloc(META_BYTES)
  if (readSync(file, bytes, 0, META_BYTES, at) < META_BYTES || bytes.readUInt32LE(AT.magic) !== MAGIC) return undefined
  const pageSize = bytes.readUInt32LE(AT.pageSize)
  if (pageSize < 512 || pageSize > 65_536) return undefined
  const lastPage = bytes.readBigUInt64LE(AT.lastPage)
  return { pageSize, transaction: bytes.readBigUInt64LE(AT.transaction), bytes: (lastPage + 1n) * BigInt(pageSize) }
}
