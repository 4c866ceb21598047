/** The least that the work can be: two sorted lists of integers for each resource, gone through once. */
import { answerOf } from './answer.ts'
import type { Outcome, Settings } from '../benchmark.ts'
import { millisecondsPerCall, timingOf } from '../timing.ts'
import { months, SERVICE, type PlainMonth } from './month.ts'

export interface PlainStart {
  /** Minutes since 1970. */
  readonly start: number
  readonly resources: readonly string[]
}

export function freeStarts({ starts, resources }: PlainMonth): PlainStart[] {
  const { duration, after } = SERVICE
  const free: (string[] | undefined)[] = Array.from({ length: starts.length })
  for (const { id, open, busy } of resources) {
    let range = 0
    let booking = 0
    for (let at = 0; at < starts.length; at++) {
      const start = starts[at] as number
      while (range < open.length && (open[range + 1] as number) <= start) range += 2
      if (range >= open.length) break
      if ((open[range] as number) > start || (open[range + 1] as number) < start + duration) continue
      while (booking < busy.length && (busy[booking + 1] as number) <= start) booking += 2
      if (booking < busy.length && (busy[booking] as number) < start + duration + after) continue
      const had = free[at]
      if (had) had.push(id)
      else free[at] = [id]
    }
  }
  const found: PlainStart[] = []
  for (let at = 0; at < starts.length; at++) {
    const had = free[at]
    if (had) found.push({ start: starts[at] as number, resources: had })
  }
  return found
}

export async function run({ quick }: Settings): Promise<Outcome> {
  const inputs = months().map(({ plain }) => plain)
  const answer = answerOf(
    inputs.map((plain) => freeStarts(plain).map(({ start, resources }) => [start * 60_000, resources])),
  )
  const ms = millisecondsPerCall(
    (call) => freeStarts(inputs[call % inputs.length] as PlainMonth),
    timingOf(quick === true),
  )
  return { measures: { 'a month': ms }, answer }
}
