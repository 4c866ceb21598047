import { createHash } from 'node:crypto'

/**
 * Who may change a file after it was generated. `generated`: rewritten on every run; `seeded`: starting point for people, merged
 * three ways against the stored baseline; `custom`: written once and never touched again.
 */
export const OWNERSHIPS = ['generated', 'seeded', 'custom'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** One file of a generated app; `path` is relative to the app, with `/` on every system. */
export interface OutputFile {
  readonly path: string
  readonly content: string | Buffer
  readonly ownership: Ownership
}

const known = new WeakMap<Buffer, string>()

/** SHA-256 in hex; remembered for buffers, because most files are the same in every app. */
export function sha256(content: string | Buffer): string {
  if (typeof content === 'string') return createHash('sha256').update(content).digest('hex')
  const before = known.get(content)
  if (before !== undefined) return before
  const hash = createHash('sha256').update(content).digest('hex')
  known.set(content, hash)
  return hash
}

/** One hash for a set of files: their paths and contents, in whatever order they come. */
export function hashOfFiles(files: readonly Pick<OutputFile, 'path' | 'content'>[]): string {
  const lines = files.map(({ path, content }) => `${sha256(content)} ${path}\n`).toSorted()
  return sha256(lines.join('')).slice(0, 16)
}

/** Compares by code unit, so that the order does not depend on a locale. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0
