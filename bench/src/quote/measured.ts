import type { Run } from '../benchmark.ts'
import { millisecondsPerCall, millisecondsPerWait, timingOf } from '../timing.ts'

/** Takes every case once for the answer, then measures one after the other. `price` is what is timed, `totalOf` gives the fen due. */
export function measured<Case, Priced = number>(
  cases: readonly Case[],
  price: (one: Case) => Priced,
  totalOf: (priced: Priced) => number = Number,
): Run {
  return ({ quick }) => {
    const answer = cases.map((one) => totalOf(price(one))).join(' ')
    const ms = millisecondsPerCall((call) => price(cases[call % cases.length] as Case), timingOf(quick === true))
    return Promise.resolve({ measures: { 'a price': ms * 1000 }, answer })
  }
}

/** As {@link measured}, for an engine that answers later. */
export function measuredWaiting<Case>(cases: readonly Case[], price: (one: Case) => Promise<number>): Run {
  return async ({ quick }) => {
    const totals: number[] = []
    for (const one of cases) totals.push(await price(one))
    const everyCase = async (): Promise<number> => {
      let sum = 0
      for (const one of cases) sum += await price(one)
      return sum
    }
    const ms = await millisecondsPerWait(everyCase, timingOf(quick === true))
    return { measures: { 'a price': (ms * 1000) / cases.length }, answer: totals.join(' ') }
  }
}
