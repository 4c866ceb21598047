import type { Series } from '@kaidian/schemas'
import { occurrences } from '../occurrences.ts'

const known = new WeakMap<Series, { readonly text: string; readonly starts: readonly string[] | null }>()

function unrolled(series: Series): readonly string[] | null {
  try {
    return occurrences(series)
  } catch {
    return null
  }
}

/**
 * Wall-clock starts of a series; null when its RRULE cannot be read. Unrolling takes a while, so it is done once; an editor may
 * change a series in place, so what it was made from is compared.
 */
export function startsOf(series: Series): readonly string[] | null {
  const text = JSON.stringify(series)
  const found = known.get(series)
  if (found?.text === text) return found.starts
  const starts = unrolled(series)
  known.set(series, { text, starts })
  return starts
}
