import { fenOf } from '../format.ts'
import type { EntitlementView } from '../server/shapes.ts'

/** What staff typed to add or take away, as uses of a pass or fen of stored value; null when it is none, or nothing. */
export function unitsOf(kind: EntitlementView['kind'], typed: string): number | null {
  const match = /^\s*([-+−]?)\s*(.*)$/.exec(typed)
  const rest = match?.[2]?.trim() ?? ''
  const units = kind === 'storedValue' ? fenOf(rest) : /^\d{1,6}$/.test(rest) ? Number(rest) : null
  if (units === null || units === 0) return null
  return match?.[1] === '-' || match?.[1] === '−' ? -units : units
}
