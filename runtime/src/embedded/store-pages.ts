import { readSync } from 'node:fs'

/** An lmdb file as its newest commit describes it. */
export interface StoreFile {
  readonly file: number
  readonly size: number
  readonly pageSize: number
  readonly lastPage: bigint
  readonly newest: bigint
}

/** A tree of pages: branches down to `depth`, where its leaves are. */
export interface Tree {
  readonly depth: number
  readonly root: bigint
}

const HEADER = 24
const NODE = 8
const AT = { number: 0, transaction: 8, flags: 18, lower: 20, upper: 22 } as const
const BRANCH = 1
const LEAF = 2
const OVERFLOW = 4
const KIND = BRANCH | LEAF | OVERFLOW
const BIG_DATA = 1
const NO_PAGE = 0xffff_ffff_ffff_ffffn
const MAX_DEPTH = 32

class Fault extends Error {}

/**
 * Goes to every page a tree needs, and says what is wrong with the first that is not what it should be. Pages that no tree
 * needs are not looked at: lmdb does not even write those it took and gave back in one commit, so that the file may end before them.
 */
export function faultOfTree(store: StoreFile, { root, depth }: Tree): string | undefined {
  if (root === NO_PAGE) return undefined
  if (depth < 1 || depth > MAX_DEPTH) return `a tree is said to be ${depth} deep`
  let left = store.lastPage
  const visit = (number: bigint, level: number): void => {
    if (left-- < 0n) throw new Fault('pages point to one another in a circle')
    const page = readPage(store, number, level === depth ? LEAF : BRANCH)
    for (const node of nodesOf(page, number)) {
      if (level < depth) visit(childOf(page, node), level + 1)
      else checkValue(store, page, node, number)
    }
  }
  try {
    visit(root, 1)
    return undefined
  } catch (error) {
    if (error instanceof Fault) return error.message
    throw error
  }
}

function readPage({ file, size, pageSize, lastPage, newest }: StoreFile, number: bigint, kind: number): Buffer {
  if (number < 2n || number > lastPage) throw new Fault(`page ${number} is pointed to and is not part of the file`)
  const page = Buffer.allocUnsafe(pageSize)
  if (readSync(file, page, 0, pageSize, Number(number) * pageSize) < pageSize)
    throw new Fault(`it is cut short: page ${number} lies beyond its ${size} bytes`)
  if (
    page.readBigUInt64LE(AT.number) !== number ||
    (page.readUInt16LE(AT.flags) & KIND) !== kind ||
    page.readBigUInt64LE(AT.transaction) > newest
  )
    throw new Fault(`page ${number} is damaged`)
  return page
}

/** Where the nodes of a page begin. */
function nodesOf(page: Buffer, number: bigint): readonly number[] {
  const lower = page.readUInt16LE(AT.lower)
  const upper = page.readUInt16LE(AT.upper)
  if (lower === 0 || lower % 2 !== 0 || lower > upper || upper > page.length - HEADER)
    throw new Fault(`page ${number} is damaged`)
  return Array.from({ length: lower / 2 }, (_, i) => {
    const place = page.readUInt16LE(HEADER + 2 * i)
    if (place < upper || place + NODE > page.length - HEADER) throw new Fault(`page ${number} is damaged`)
    return HEADER + place
  })
}

const childOf = (page: Buffer, node: number): bigint =>
  BigInt(page.readUInt32LE(node)) | (BigInt(page.readUInt16LE(node + 4)) << 32n)

/** A value lies in its node, or in pages of its own. */
function checkValue(store: StoreFile, page: Buffer, node: number, number: bigint): void {
  const start = node + NODE + page.readUInt16LE(node + 6)
  const isBig = (page.readUInt16LE(node + 4) & BIG_DATA) !== 0
  const end = start + (isBig ? HEADER : page.readUInt32LE(node))
  if (end > page.length) throw new Fault(`page ${number} is damaged`)
  if (!isBig) return
  const first = page.readBigUInt64LE(start)
  const count = page.readBigUInt64LE(start + 16)
  readPage(store, first, OVERFLOW)
  if (
    count < 1n ||
    first + count > store.lastPage + 1n ||
    (first + count) * BigInt(store.pageSize) > BigInt(store.size)
  )
    throw new Fault(`a value is cut short: it needs ${count} pages from page ${first} on`)
}
