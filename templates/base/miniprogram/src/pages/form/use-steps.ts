import { useEffect, useRef, useState } from 'react'
import type { Draft } from '@/booking/draft'
import type { Step } from '@/booking/steps'
import { keep, recall } from '@/storage'

interface Place {
  /** What was held, or is waited for, when the step was reached. */
  readonly of: string
  readonly key: string
}

const KEY = 'form-step'

const bookingOf = (draft: Draft | null): string => draft?.hold?.id ?? draft?.service ?? ''

export interface Steps {
  readonly at: number
  readonly step: Step | null
  readonly goTo: (step: Step) => void
}

/** Which step of filling in is shown. It is kept, so that who was interrupted goes on where they were. */
export const useSteps = (draft: Draft | null, steps: readonly Step[]): Steps => {
  const booking = bookingOf(draft)
  const [key, setKey] = useState(() => {
    const kept = recall<Place>(KEY)
    return kept?.of === booking ? kept.key : ''
  })
  const last = useRef(0)
  const found = steps.findIndex((step) => step.key === key)
  const at = found >= 0 ? found : Math.min(last.current, Math.max(0, steps.length - 1))
  last.current = at

  useEffect(() => {
    if (key) keep(KEY, { of: booking, key } satisfies Place)
  }, [booking, key])

  return { at, step: steps[at] ?? null, goTo: (step) => setKey(step.key) }
}
