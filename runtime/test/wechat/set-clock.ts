import type { Clock } from '../../src/domain/clock.ts'

/** A clock that stands still until it is told otherwise. */
export interface SetClock extends Clock {
  set(instant: Date): void
  /** Milliseconds. */
  advance(by: number): void
}

export function clockAt(start: string | Date): SetClock {
  let present = new Date(start)
  return {
    now: () => new Date(present),
    set(instant) {
      present = new Date(instant)
    },
    advance(by) {
      present = new Date(present.getTime() + by)
    },
  }
}
