import { useEffect, useState } from 'react'
import { placeHold, releaseHold } from '@/api/calls'
import { secondsUntil } from '@/api/clock'
import { token } from '@/session/token'
import type { Hold } from '@/kaidian/booking'
import { changeDraft, draftStore, selectionOf } from './draft'

/** Seconds until `instant`, counted down; null for no instant. */
export const useSecondsUntil = (instant: string | null | undefined): number | null => {
  const [seconds, setSeconds] = useState(() => (instant ? secondsUntil(instant) : null))
  useEffect(() => {
    if (!instant) {
      setSeconds(null)
      return
    }
    const tick = () => setSeconds(secondsUntil(instant))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [instant])
  return seconds
}

/** Holds what the draft has chosen. Throws ApiError, `SLOT_TAKEN` and `SOLD_OUT` when somebody was faster. */
export const holdDraft = async (): Promise<Hold> => {
  const draft = draftStore.get()
  const selection = draft && selectionOf(draft)
  if (!selection) throw new Error('There is nothing to hold.')
  const hold = await placeHold(selection)
  changeDraft({ hold, waitlist: false })
  return hold
}

/** Gives the held places back, so that they can be chosen again. A hold that is already over is no matter. */
export const releaseDraftHold = async (): Promise<void> => {
  const hold = draftStore.get()?.hold
  if (!hold) return
  changeDraft({ hold: null })
  if (token.get()) await releaseHold(hold.id).catch(() => undefined)
}
