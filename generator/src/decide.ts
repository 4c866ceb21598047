import { mergeDiff3 } from 'node-diff3'
import { baselinePath, MANIFEST, type Manifest } from './manifest.ts'
import { sha256, type OutputFile } from './files.ts'
import type { Change } from './transaction.ts'

/**
 * What happened to one file. `kept`: changed by hand, and nothing new to bring in. `beside`: changed by hand and changed by the
 * generator; the hand's stays, the generator's lies beside it as `<path>.kaidian-new`. `merged`: both changes are in;
 * `conflicted`: both are in, with conflict markers where they meet. `abandoned`: no longer generated, but changed by hand, so it stays.
 */
export type Action =
  'created' | 'updated' | 'unchanged' | 'kept' | 'beside' | 'merged' | 'conflicted' | 'removed' | 'abandoned'

export interface Decision {
  readonly path: string
  readonly action: Action
  readonly change: Change | null
}

/** The state of one path before a run. */
export interface Before {
  /** On the disk; null when it is not there. */
  readonly disk: Buffer | null
  /** As it was generated last time; null when it was not. */
  readonly recorded: Manifest['files'][string] | null
  /** Content at that time, for seeded files. */
  readonly baseline: Buffer | null
}

/** What lies beside a file that was changed on both sides. */
export const besidePath = (path: string): string => `${path}.kaidian-new`

/** The generator's own records: nobody's to edit. */
export const isOurs = (path: string): boolean => path === MANIFEST || path.startsWith(baselinePath(''))

const isText = (content: Buffer): boolean => !content.includes(0)

function merge(path: string, mine: Buffer, base: Buffer, theirs: Buffer): Decision {
  const lines = (content: Buffer): string[] => content.toString('utf8').split('\n')
  const label = { a: 'yours', o: 'generated before', b: 'generated now' }
  const { conflict, result } = mergeDiff3(lines(mine), lines(base), lines(theirs), {
    label,
    excludeFalseConflicts: true,
  })
  return { path, action: conflict ? 'conflicted' : 'merged', change: { path, content: result.join('\n') } }
}

/** Decides on one file of the new generation. Never gives up a change made by hand. */
export function decide(file: OutputFile, { disk, recorded, baseline }: Before): Decision {
  const { path, ownership } = file
  const content = Buffer.from(file.content)
  const as = (action: Action, change: Change | null = null): Decision => ({ path, action, change })
  if (disk === null) {
    const deletedByHand = recorded !== null && ownership !== 'generated'
    return deletedByHand ? as('kept') : as('created', { path, content })
  }
  if (disk.equals(content)) return as('unchanged')
  if (isOurs(path)) return as('updated', { path, content })
  if (ownership === 'custom') return as('kept')
  const onDisk = sha256(disk)
  if (recorded !== null && onDisk === recorded.sha256) return as('updated', { path, content })
  if (recorded !== null && sha256(content) === recorded.sha256) return as('kept')
  if (ownership === 'seeded' && baseline !== null && [disk, baseline, content].every(isText))
    return merge(path, disk, baseline, content)
  return as('beside', { path: besidePath(path), content })
}

/** Decides on a file of the last generation that the new one does not have. */
export function decideLeftover(path: string, { disk, recorded }: Before): Decision | null {
  if (disk === null || recorded === null || recorded.ownership === 'custom') return null
  const untouched = isOurs(path) || sha256(disk) === recorded.sha256
  return untouched
    ? { path, action: 'removed', change: { path, content: null } }
    : { path, action: 'abandoned', change: null }
}
