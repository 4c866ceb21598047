import { useState } from 'react'
import { fetchSessions } from '@/api/calls'
import { useLoaded } from '@/shop/use-loaded'
import type { SessionView } from '@/kaidian/booking'

/** About two months are shown first; where there is little to choose from in them, and on demand, a year. */
const NEAR_DAYS = 62
const FAR_DAYS = 366
const LITTLE = 8

export interface Sessions {
  readonly sessions: readonly SessionView[] | null
  readonly error: string | null
  readonly loading: boolean
  /** Whether only the near ones are known. */
  readonly hasMore: boolean
  readonly more: () => void
  readonly reload: () => Promise<void>
}

/** The sessions of a service from the day `today` on. */
export const useSessions = (service: string | null, today: string): Sessions => {
  const [far, setFar] = useState(false)
  const { value, error, loading, reload } = useLoaded(service && JSON.stringify([service, today, far]), async () => {
    const ask = async (days: number) => (await fetchSessions(service ?? '', today, days)).sessions
    const near = await ask(far ? FAR_DAYS : NEAR_DAYS)
    const isEnough = far || near.filter(({ reason }) => reason === null).length >= LITTLE
    return isEnough ? { sessions: near, far } : { sessions: await ask(FAR_DAYS), far: true }
  })
  const [shown, setShown] = useState(value)
  if (value && value !== shown) setShown(value)
  const known = value ?? shown
  return {
    sessions: known?.sessions ?? null,
    error,
    loading,
    hasMore: known !== null && !known.far,
    more: () => setFar(true),
    reload,
  }
}
