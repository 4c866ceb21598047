import type { Found, ScanState } from './scan.ts'

/** Documents read as they are asked for. `pause` lets go of what reading holds of the store; it goes on from there when asked for more. */
export interface Reading {
  readonly documents: Iterable<Found>
  readonly pause: () => void
}

/**
 * A scan over several turns of the event loop. `open` begins it where `state` stands, in the state of that moment, so that a client
 * who reads slowly keeps no old state of the store, nor a part of the result in memory.
 */
export function resumable(open: (state: ScanState) => Iterable<Found>): Reading {
  const state: ScanState = { interval: 0 }
  let current: Iterator<Found> | undefined
  const pause = (): void => {
    current?.return?.()
    current = undefined
  }
  return {
    pause,
    documents: {
      *[Symbol.iterator]() {
        try {
          for (;;) {
            current ??= open(state)[Symbol.iterator]()
            const step = current.next()
            if (step.done) return
            yield step.value
          }
        } finally {
          pause()
        }
      },
    },
  }
}
