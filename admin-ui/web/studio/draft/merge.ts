const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

const idOf = (value: unknown): unknown => (isRecord(value) ? value['id'] : undefined)

/** True when two lists hold the same entries in the same places, so that they can be merged entry by entry. */
const alike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((entry, index) => isRecord(entry) && idOf(entry) === idOf(b[index]))

/**
 * Both changes since `base` in one: what one side alone has changed is taken from that side. Null when both changed the same place
 * in different ways.
 */
export function merge(base: unknown, mine: unknown, theirs: unknown): { readonly value: unknown } | null {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine }
  if (same(base, mine)) return { value: theirs }
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    const merged: Record<string, unknown> = {}
    for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const part = merge(base[name], mine[name], theirs[name])
      if (!part) return null
      if (part.value !== undefined) merged[name] = part.value
    }
    return { value: merged }
  }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs) && alike(base, mine) && alike(base, theirs)) {
    const parts = base.map((entry: unknown, index) => merge(entry, mine[index], theirs[index]))
    return parts.some((part) => part === null) ? null : { value: parts.map((part) => part?.value) }
  }
  return null
}
