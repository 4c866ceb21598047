import type { CancellationPreview, Words } from './booking.ts'
import { formatFen, portion } from './money.ts'
import { Refusal } from './refusals.ts'
import type { ResolvedPolicies, ResolvedShop } from './resolved.ts'
import { both, duration } from './words.ts'

const MINUTE = 60_000

function policiesOf(shop: ResolvedShop, service: string): ResolvedPolicies {
  const found = shop.services.get(service)
  if (!found) throw new Refusal('UNKNOWN_SERVICE', { field: 'service' })
  return found.policies
}

export interface CancellationQuestion {
  readonly service: string
  /** Of the service itself, without buffers. */
  readonly start: Date
  /** Fen captured through the app and not refunded yet. */
  readonly paid: number
  readonly now: Date
  readonly by: 'customer' | 'merchant'
}

/** What cancelling now would bring back. A shop that cancels gives everything back; a customer may cancel until the start. */
export function cancellationPreview(
  shop: ResolvedShop,
  { service, start, paid, now, by }: CancellationQuestion,
): CancellationPreview {
  const { tiers } = policiesOf(shop, service).cancellation
  if (by === 'merchant')
    return {
      allowed: true,
      refund: paid,
      paid,
      rate: 10000,
      explanation: both('由店铺取消，已付款全部退还。', 'Cancelled by the shop: all that was paid comes back.'),
    }
  const left = start.getTime() - now.getTime()
  if (left <= 0)
    return {
      allowed: false,
      refund: 0,
      paid,
      rate: 0,
      explanation: both('已经开始，不能取消了。', 'It has begun, and can no longer be cancelled.'),
    }
  const tier = tiers.find(({ before }) => left >= before * MINUTE)
  const rate = tier?.refund ?? 0
  const refund = portion(paid, rate)
  return {
    allowed: true,
    refund,
    paid,
    rate,
    explanation: explain(paid, refund, tier?.before ?? tiers.at(-1)?.before ?? null, tier !== undefined),
  }
}

function explain(paid: number, refund: number, before: number | null, reached: boolean): Words {
  if (paid === 0) return both('还没有付款，可以直接取消。', 'Nothing was paid; it can simply be cancelled.')
  const back = both(
    refund === 0 ? '不退款' : `退还 ${formatFen(refund)}（已付 ${formatFen(paid)}）`,
    refund === 0 ? 'nothing comes back' : `${formatFen(refund)} of ${formatFen(paid)} comes back`,
  )
  if (before === null || (reached && before === 0))
    return both(`现在取消，${back['zh-CN']}。`, `Cancelled now, ${back.en}.`)
  const time = duration(before)
  return reached
    ? both(`离开始还有 ${time['zh-CN']}以上，${back['zh-CN']}。`, `It is ${time.en} or more to the start: ${back.en}.`)
    : both(`离开始不足 ${time['zh-CN']}，${back['zh-CN']}。`, `It is less than ${time.en} to the start: ${back.en}.`)
}

export interface RescheduleQuestion {
  readonly service: string
  readonly start: Date
  /** How often it was rescheduled so far. */
  readonly used: number
  readonly now: Date
}

export interface RescheduleCheck {
  readonly allowed: boolean
  /** How often it may still be rescheduled, time aside. */
  readonly left: number
  readonly explanation: Words
}

/** Whether a customer may move the booking to another start. */
export function rescheduleCheck(
  shop: ResolvedShop,
  { service, start, used, now }: RescheduleQuestion,
): RescheduleCheck {
  const { times, before } = policiesOf(shop, service).reschedule
  const left = Math.max(0, times - used)
  if (times === 0)
    return { allowed: false, left, explanation: both('这项服务不能改期。', 'This service cannot be rescheduled.') }
  if (left === 0)
    return {
      allowed: false,
      left,
      explanation: both(
        `最多改期 ${times} 次，已经用完。`,
        `It can be rescheduled ${times === 1 ? 'once' : `${times} times`}, and that is used up.`,
      ),
    }
  const time = duration(before)
  const remaining = start.getTime() - now.getTime()
  if (remaining <= 0)
    return {
      allowed: false,
      left,
      explanation: both('已经开始，不能改期了。', 'It has begun, and can no longer be rescheduled.'),
    }
  if (remaining < before * MINUTE)
    return {
      allowed: false,
      left,
      explanation: both(
        `离开始不足 ${time['zh-CN']}，不能改期了。`,
        `It is less than ${time.en} to the start: too late to reschedule.`,
      ),
    }
  return {
    allowed: true,
    left,
    explanation: both(
      `还可以改期 ${left} 次。`,
      `It can be rescheduled ${left === 1 ? 'once' : `${left} times`} more.`,
    ),
  }
}
