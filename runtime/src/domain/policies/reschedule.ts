import type { Assignment, Words } from '../booking.ts'
import { formatFen } from '../money.ts'
import type { ResolvedShop } from '../resolved.ts'
import { both, duration } from '../words.ts'
import { MINUTE } from '../moments.ts'
import { policiesOf } from './of-service.ts'

export interface RescheduleQuestion {
  readonly assignment: Pick<Assignment, 'service' | 'start'>
  /** How often it was rescheduled so far. */
  readonly used: number
  readonly now: Date
}

export interface RescheduleCheck {
  readonly allowed: boolean
  /** How often it may still be rescheduled, time aside. */
  readonly left: number
  /** What the next one costs, in fen. */
  readonly fee: number
  readonly explanation: Words
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** Whether a customer may move the booking to another start, and what it costs. @throws Refusal UNKNOWN_SERVICE */
export function rescheduleCheck(shop: ResolvedShop, { assignment, used, now }: RescheduleQuestion): RescheduleCheck {
  const policy = policiesOf(shop, assignment.service).reschedule
  const isTimed = assignment.start !== null && shop.services.get(assignment.service)?.mode !== 'registration'
  const left = isTimed ? Math.max(0, policy.times - used) : 0
  const fee = used < policy.free ? 0 : policy.fee
  const refused = (zh: string, en: string): RescheduleCheck => ({
    allowed: false,
    left,
    fee,
    explanation: both(zh, en),
  })

  if (!isTimed || assignment.start === null || policy.times === 0)
    return refused('这项服务不能改期。', 'This service cannot be rescheduled.')
  if (left === 0)
    return refused(
      `最多改期 ${policy.times} 次，已经用完。`,
      `It can be rescheduled ${times(policy.times)}, and that is used up.`,
    )
  const remaining = Date.parse(assignment.start) - now.getTime()
  if (remaining <= 0) return refused('已经开始，不能改期了。', 'It has begun, and can no longer be rescheduled.')
  if (remaining < policy.before * MINUTE) {
    const time = duration(policy.before)
    return refused(
      `离开始不足 ${time['zh-CN']}，不能改期了。`,
      `It is less than ${time.en} to the start: too late to reschedule.`,
    )
  }
  const price = fee === 0 ? both('', '') : both(`，这次收 ${formatFen(fee)}`, `; this time it costs ${formatFen(fee)}`)
  return {
    allowed: true,
    left,
    fee,
    explanation: both(
      `还可以改期 ${left} 次${price['zh-CN']}。`,
      `It can be rescheduled ${times(left)} more${price.en}.`,
    ),
  }
}
