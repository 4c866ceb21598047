import { pointerOf } from '../draft/document.ts'

/** One difference between two descriptions. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Where, in the newer one (in the older one when removed). */
  readonly pointer: string
  readonly before?: unknown
  readonly after?: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const idOf = (value: unknown): string | null =>
  isRecord(value) && typeof value['id'] === 'string' ? value['id'] : null

/**
 * Differences from `before` to `after`, in the order of the document. Entries of lists are matched by their identifier where
 * they have one, so that a service moved up is not read as all services changed.
 */
export function compare(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (Object.is(before, after) || JSON.stringify(before) === JSON.stringify(after)) return []
  if (Array.isArray(before) && Array.isArray(after))
    return compareLists(before as unknown[], after as unknown[], pointer)
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => {
      const place = pointer + pointerOf(name)
      if (!Object.hasOwn(after, name)) return [{ kind: 'removed' as const, pointer: place, before: before[name] }]
      if (!Object.hasOwn(before, name)) return [{ kind: 'added' as const, pointer: place, after: after[name] }]
      return compare(before[name], after[name], place)
    })
  }
  return [{ kind: 'changed', pointer, before, after }]
}

function compareLists(before: readonly unknown[], after: readonly unknown[], pointer: string): Difference[] {
  const hasIds = [...before, ...after].every((entry) => idOf(entry) !== null)
  if (!hasIds) {
    // Short lists of plain values read best whole; lists of records by place.
    if (![...before, ...after].every(isRecord)) return [{ kind: 'changed', pointer, before, after }]
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index).flatMap((index) => {
      const place = `${pointer}/${String(index)}`
      if (index >= after.length) return [{ kind: 'removed' as const, pointer: place, before: before[index] }]
      if (index >= before.length) return [{ kind: 'added' as const, pointer: place, after: after[index] }]
      return compare(before[index], after[index], place)
    })
  }
  const older = new Map(before.map((entry, index) => [idOf(entry), { entry, index }]))
  const newer = new Set(after.map(idOf))
  const differences: Difference[] = []
  before.forEach((entry, index) => {
    if (!newer.has(idOf(entry)))
      differences.push({ kind: 'removed', pointer: `${pointer}/${String(index)}`, before: entry })
  })
  after.forEach((entry, index) => {
    const place = `${pointer}/${String(index)}`
    const match = older.get(idOf(entry))
    if (match) differences.push(...compare(match.entry, entry, place))
    else differences.push({ kind: 'added', pointer: place, after: entry })
  })
  const order = (list: readonly unknown[], others: ReadonlySet<string | null>) =>
    list.map(idOf).filter((id) => others.has(id))
  const kept = order(before, newer)
  const now = order(after, new Set(before.map(idOf)))
  if (kept.some((id, index) => now[index] !== id))
    differences.push({ kind: 'changed', pointer, before: kept, after: now })
  return differences
}
