import { occurrences } from '@kaidian/runtime/domain/occurrences.ts'
import type { Series } from '@kaidian/schemas'
import { recordOf } from '../draft/document.ts'

/** Starts of a series of a description that need not be sound; null where they cannot be told. */
export function occurrencesIn(series: unknown): readonly string[] | null {
  const { day, time } = recordOf(series)
  if (typeof day !== 'string' || typeof time !== 'string') return null
  try {
    return occurrences(series as Series)
  } catch {
    return null
  }
}
