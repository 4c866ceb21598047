import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchAvailability } from '@/api/calls'
import type { AvailabilityQuestion } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { addDays } from '@/format/date'
import type { DayAvailability } from '@/kaidian/booking'

const PAGE_DAYS = 31

export interface Calendar {
  readonly days: readonly DayAvailability[]
  /** First free day beyond those, when none of them has a start. */
  readonly next: string | null
  readonly loading: boolean
  readonly error: string | null
  readonly hasMore: boolean
  readonly more: () => void
  readonly reload: () => Promise<void>
}

interface Loaded {
  readonly key: string
  readonly days: readonly DayAvailability[]
  readonly next: string | null
  readonly error: string | null
}

const NOTHING: Loaded = { key: '', days: [], next: null, error: null }

/** The free starts for `question` from `today` on, a month at a time, up to `horizonDays` from now. */
export const useAvailability = (
  question: Omit<AvailabilityQuestion, 'from' | 'days'> | null,
  today: string,
  horizonDays: number,
): Calendar => {
  const key = JSON.stringify([question, today])
  const [loaded, setLoaded] = useState<Loaded>(NOTHING)
  const [loading, setLoading] = useState(true)
  const latest = useRef(key)
  latest.current = key

  const load = useCallback(
    async (before: readonly DayAvailability[]) => {
      if (!question) return
      setLoading(true)
      const days = Math.max(1, Math.min(PAGE_DAYS, horizonDays + 1 - before.length))
      try {
        const answer = await fetchAvailability({ ...question, from: addDays(today, before.length), days })
        // The customer may have chosen somebody else meanwhile.
        if (latest.current === key)
          setLoaded({ key, days: [...before, ...answer.days], next: answer.next, error: null })
      } catch (error) {
        if (latest.current === key) setLoaded({ key, days: before, next: null, error: sentenceOf(error) })
      } finally {
        if (latest.current === key) setLoading(false)
      }
    },
    [key, horizonDays],
  )

  useEffect(() => void load([]), [load])

  // The days of the last question stay on the page while the next is answered, so that nothing jumps.
  return {
    days: loaded.days,
    next: loaded.next,
    loading: loading || loaded.key !== key,
    error: loaded.error,
    hasMore: loaded.days.length > 0 && loaded.days.length <= horizonDays,
    more: () => void load(loaded.days),
    reload: () => load([]),
  }
}
