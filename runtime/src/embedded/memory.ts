import { Binary } from 'bson'
import { isObject } from './bson.ts'
import { CommandError } from './errors.ts'

/** What one step of a query may hold at once, as MongoDB without a disk to spill to. */
export const MOST_HELD_BYTES = 100 * 1024 * 1024

/** Counts what a step holds. `add` throws QueryExceededMemoryLimitNoDiskUseAllowed when that becomes too much. */
export class Held {
  private bytes = 0
  private readonly step: string
  private readonly most: number

  constructor(step: string, most = MOST_HELD_BYTES) {
    this.step = step
    this.most = most
  }

  add(bytes: number): void {
    this.bytes += bytes
    if (this.bytes > this.most)
      throw new CommandError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `${this.step} exceeded its memory limit of ${this.most} bytes; narrow the query, or give it an index to sort by`,
      )
  }

  remove(bytes: number): void {
    this.bytes -= bytes
  }
}

/** About how many bytes a value takes up in memory. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 24 + value.length
  if (value instanceof Binary) return 80 + value.length()
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 32)
  if (!isObject(value)) return 16
  let sum = 64
  for (const name of Object.keys(value)) sum += 8 + sizeOf(value[name])
  return sum
}
