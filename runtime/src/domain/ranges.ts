/** Half-open ranges of whole numbers, kept in order and not touching: what schedules and bookings are made of. */
export type Range = readonly [from: number, to: number]

/** In order, overlapping and touching ones joined, empty ones left out. */
export function joined(ranges: readonly Range[]): Range[] {
  const out: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (to <= from) continue
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** What lies in both; each given in order. */
export function common(a: readonly Range[], b: readonly Range[]): Range[] {
  const out: Range[] = []
  for (const [from, to] of a)
    for (const [start, end] of b) {
      const low = Math.max(from, start)
      const high = Math.min(to, end)
      if (low < high) out.push([low, high])
    }
  return out
}

/** What lies in the first and not in the second; each given in order. */
export function without(a: readonly Range[], b: readonly Range[]): Range[] {
  let left: Range[] = [...a]
  for (const [start, end] of b)
    left = left.flatMap(([from, to]): Range[] => {
      if (end <= from || to <= start) return [[from, to]]
      const parts: Range[] = []
      if (from < start) parts.push([from, start])
      if (end < to) parts.push([end, to])
      return parts
    })
  return left
}

/** Whether one of the ranges holds all of `[from, to)`. */
export const holds = (ranges: readonly Range[], from: number, to: number): boolean =>
  ranges.some((range) => range[0] <= from && to <= range[1])
