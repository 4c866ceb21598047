import { useEffect, useRef } from 'react'
import { call, ServerError } from './client.ts'
import type { EventPage, ShopEvent } from './shapes.ts'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/** Resolves after `ms`, or at once when `signal` is aborted. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/**
 * Listens to the shop by long-poll until unmounted. What happened before listening began is not reported. `onConnection`
 * hears false when the server stops answering, true when it answers again; waits between attempts grow to 30 s.
 */
export function useLive(onEvents: (events: readonly ShopEvent[]) => void, onConnection: (up: boolean) => void): void {
  const heard = useRef({ onEvents, onConnection })
  heard.current = { onEvents, onConnection }
  useEffect(() => {
    const stop = new AbortController()
    void listen(stop.signal, heard)
    return () => stop.abort()
  }, [])
}

async function listen(
  signal: AbortSignal,
  heard: {
    readonly current: { onEvents: (events: readonly ShopEvent[]) => void; onConnection: (up: boolean) => void }
  },
): Promise<void> {
  let after: string | null = null
  let wait = FIRST_WAIT
  while (!signal.aborted) {
    try {
      const path: string = after === null ? 'console/events' : `console/events?after=${encodeURIComponent(after)}`
      const asked = Date.now()
      const page: EventPage = await call<EventPage>(path, { signal })
      heard.current.onConnection(true)
      wait = FIRST_WAIT
      if (after !== null && page.events.length > 0) heard.current.onEvents(page.events)
      after = page.after
      // A server that answers 'nothing' at once must not be asked in a tight loop.
      if (page.events.length === 0 && Date.now() - asked < FIRST_WAIT) await pause(FIRST_WAIT, signal)
    } catch (error) {
      if (signal.aborted || (error instanceof ServerError && error.status === 401)) return
      if (error instanceof ServerError && (error.code === 'NETWORK' || error.status >= 500))
        heard.current.onConnection(false)
      await pause(wait, signal)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }
}
