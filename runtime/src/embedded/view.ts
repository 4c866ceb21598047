/** Ordered keys and values: what collections and indexes read. `range` takes `[low, high)`. */
export interface View {
  get(key: Buffer): Buffer | undefined
  range(low: Buffer, high: Buffer, reverse?: boolean): Iterable<Entry>
  /** How many keys lie in `[low, high)`. */
  count(low: Buffer, high: Buffer): number
}
export interface Entry {
  readonly key: Buffer
  readonly value: Buffer
}

/** A view that can be written. `claim` says beforehand which document or unique value is about to change. */
export interface Writer extends View {
  claim(key: Buffer): void
  put(key: Buffer, value: Buffer): void
  remove(key: Buffer): void
}

/** Latin-1 text of a key: JS orders such text as it orders the bytes. */
export const keyText = (key: Buffer): string => key.toString('latin1')

/**
 * Changes held in memory over a view: what one statement, or one transaction, has written and not yet stored.
 * Throwing it away undoes them all. `onClaim` refuses a change that meets another's by throwing.
 */
export class Overlay implements Writer {
  private readonly changes = new Map<string, Buffer | null>()
  /** The changed keys in order, but for those in `fresh`. */
  private order: string[] = []
  private fresh: string[] = []
  private readonly base: View
  private readonly onClaim: (claim: string) => void

  constructor(base: View, onClaim: (claim: string) => void) {
    this.base = base
    this.onClaim = onClaim
  }

  claim(key: Buffer): void {
    this.onClaim(keyText(key))
  }

  get(key: Buffer): Buffer | undefined {
    if (this.changes.size === 0) return this.base.get(key)
    const change = this.changes.get(keyText(key))
    return change === undefined ? this.base.get(key) : (change ?? undefined)
  }

  put(key: Buffer, value: Buffer): void {
    this.change(keyText(key), value)
  }

  remove(key: Buffer): void {
    this.change(keyText(key), null)
  }

  private change(text: string, value: Buffer | null): void {
    if (!this.changes.has(text)) this.fresh.push(text)
    this.changes.set(text, value)
  }

  *range(low: Buffer, high: Buffer, reverse = false): Iterable<Entry> {
    const own = this.within(keyText(low), keyText(high))
    if (own.length === 0) {
      yield* this.base.range(low, high, reverse)
      return
    }
    if (reverse) own.reverse()
    let next = 0
    const isDue = (text: string, other: string): boolean => (reverse ? text > other : text < other)
    for (const entry of this.base.range(low, high, reverse)) {
      const text = keyText(entry.key)
      for (let mine = own[next]; mine !== undefined && isDue(mine, text); mine = own[++next]) yield* this.entry(mine)
      if (own[next] === text) yield* this.entry(own[next++] as string)
      else yield entry
    }
    for (let mine = own[next]; mine !== undefined; mine = own[++next]) yield* this.entry(mine)
  }

  private *entry(text: string): Iterable<Entry> {
    const value = this.changes.get(text)
    if (value) yield { key: Buffer.from(text, 'latin1'), value }
  }

  private within(low: string, high: string): string[] {
    if (this.changes.size === 0) return []
    this.putInOrder()
    return this.order.slice(firstFrom(this.order, low), firstFrom(this.order, high))
  }

  /** A statement may change a key and look for another many times over: few fresh keys are put among the others, many sorted with them. */
  private putInOrder(): void {
    const { order, fresh } = this
    if (fresh.length * 8 > order.length) this.order = [...order, ...fresh].sort()
    else for (const text of fresh) order.splice(firstFrom(order, text), 0, text)
    this.fresh = []
  }

  count(low: Buffer, high: Buffer): number {
    let count = this.base.count(low, high)
    for (const text of this.within(keyText(low), keyText(high))) {
      const isThere = this.changes.get(text) !== null
      const wasThere = this.base.get(Buffer.from(text, 'latin1')) !== undefined
      count += Number(isThere) - Number(wasThere)
    }
    return count
  }

  /** The changes, each key with its new value or null where it goes. */
  *written(): Iterable<readonly [key: Buffer, value: Buffer | null]> {
    for (const [text, value] of this.changes) yield [Buffer.from(text, 'latin1'), value]
  }

  get isEmpty(): boolean {
    return this.changes.size === 0
  }
}

function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < text) low = middle + 1
    else high = middle
  }
  return low
}
