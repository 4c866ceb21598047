import { availability } from '@kaidian/runtime/domain'
import type { Outcome, Settings } from '../benchmark.ts'
import { millisecondsPerCall, timingOf } from '../timing.ts'
import { answerOf } from './answer.ts'
import { DAYS, FROM, months, NOW, salonOfTwenty, type Month } from './month.ts'

const REQUEST = { service: 'cut', from: FROM, days: DAYS }

export async function run({ quick }: Settings): Promise<Outcome> {
  const shop = salonOfTwenty()
  const inputs = months()
  const slots = ({ claims }: Month) => availability(shop, REQUEST, claims, NOW)
  const answer = answerOf(
    inputs.map((month) =>
      slots(month).flatMap(({ starts }) =>
        starts.map(({ start, resources }) => [Date.parse(start), resources.stylist ?? []] as const),
      ),
    ),
  )
  const ms = millisecondsPerCall((call) => slots(inputs[call % inputs.length] as Month), timingOf(quick === true))
  return { measures: { 'a month': ms }, answer }
}
