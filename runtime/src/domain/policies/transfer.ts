import type { Assignment, Words } from '../booking.ts'
import type { ResolvedShop } from '../resolved.ts'
import { both, duration } from '../words.ts'
import { MINUTE, momentOver, momentWords } from '../moments.ts'
import { policiesOf } from './of-service.ts'

export interface TransferQuestion {
  readonly assignment: Pick<Assignment, 'service' | 'start'>
  /** How often it was transferred so far. */
  readonly used: number
  readonly now: Date
}

export interface TransferCheck {
  readonly allowed: boolean
  /** How often it may still be transferred, time aside. */
  readonly left: number
  readonly explanation: Words
}

/** Whether a customer may pass the booking on to another. @throws Refusal UNKNOWN_SERVICE */
export function transferCheck(shop: ResolvedShop, { assignment, used, now }: TransferQuestion): TransferCheck {
  const policy = policiesOf(shop, assignment.service).transfer
  const left = Math.max(0, (policy?.times ?? 0) - used)
  const refused = (zh: string, en: string): TransferCheck => ({ allowed: false, left, explanation: both(zh, en) })

  if (!policy || policy.times === 0) return refused('这项服务不能转让。', 'This service cannot be transferred.')
  if (left === 0)
    return refused(
      `最多转让 ${policy.times} 次，已经用完。`,
      `It can be transferred ${policy.times === 1 ? 'once' : `${policy.times} times`}, and that is used up.`,
    )
  if (policy.until !== null && now.getTime() >= momentOver(policy.until, shop.zone)) {
    const until = momentWords(policy.until)
    return refused(`转让已于 ${until['zh-CN']} 截止。`, `Transfers closed on ${until.en}.`)
  }
  if (assignment.start !== null) {
    const remaining = Date.parse(assignment.start) - now.getTime()
    if (remaining <= 0) return refused('已经开始，不能转让了。', 'It has begun, and can no longer be transferred.')
    if (remaining < policy.before * MINUTE) {
      const time = duration(policy.before)
      return refused(
        `离开始不足 ${time['zh-CN']}，不能转让了。`,
        `It is less than ${time.en} to the start: too late to transfer.`,
      )
    }
  }
  return {
    allowed: true,
    left,
    explanation: both(
      `还可以转让 ${left} 次。`,
      `It can be transferred ${left === 1 ? 'once' : `${left} times`} more.`,
    ),
  }
}
