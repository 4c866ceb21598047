import { inRange } from './keys.ts'

/** Ranges of keys that belong to the database itself; collections and indexes take theirs from `FIRST_FREE` on. */
export const RANGES = { catalog: 1, retries: 2, garbage: 3, learned: 4, lock: 5 } as const
export const FIRST_FREE = 64

/** Marks that the index of `range` holds arrays at `place` of its key (255: keys cut short). */
export function learnedKey(range: number, place: number): Buffer {
  const key = Buffer.allocUnsafe(5)
  key.writeUInt32BE(range, 0)
  key[4] = place
  return inRange(RANGES.learned, key)
}
