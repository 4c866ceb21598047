import { median } from './statistics.ts'

export interface Timing {
  /** Milliseconds before anything counts. */
  readonly warmUp: number
  /** Milliseconds that count. */
  readonly measured: number
}

export const timingOf = (quick: boolean): Timing =>
  quick ? { warmUp: 200, measured: 300 } : { warmUp: 700, measured: 1300 }

const BATCH_MS = 1

/** What the last calls gave, so that no call can be left out as useless. */
export const kept: { last: unknown } = { last: undefined }

/**
 * Milliseconds one call takes: the median over batches of about a millisecond, so that a pause of the machine is one outlier
 * and not part of the mean. The number of the call is given to it.
 */
export function millisecondsPerCall(work: (call: number) => unknown, { warmUp, measured }: Timing): number {
  let call = 0
  const batch = (size: number): number => {
    const began = performance.now()
    for (let at = 0; at < size; at++) kept.last = work(call++)
    return performance.now() - began
  }
  let size = 1
  for (let spent = 0; spent < warmUp;) {
    const took = batch(size)
    spent += took
    if (took < BATCH_MS) size = Math.ceil(size * Math.min(2, (1.1 * BATCH_MS) / took))
  }
  const perCall: number[] = []
  for (let spent = 0; spent < measured;) {
    const took = batch(size)
    spent += took
    perCall.push(took / size)
  }
  return median(perCall)
}

/** As {@link millisecondsPerCall}, for work that waits; each call is measured by itself. */
export async function millisecondsPerWait(work: () => Promise<unknown>, { warmUp, measured }: Timing): Promise<number> {
  const took: number[] = []
  for (let spent = 0; spent < warmUp + measured || took.length === 0;) {
    const began = performance.now()
    kept.last = await work()
    const one = performance.now() - began
    if (spent >= warmUp) took.push(one)
    spent += one
  }
  return median(took)
}
