import type { Assignment, CancellationPreview, Words } from '../booking.ts'
import { formatFen } from '../money.ts'
import type { RefundTier, ResolvedShop } from '../resolved.ts'
import { both, duration } from '../words.ts'
import { MINUTE, momentOver, momentWords } from '../moments.ts'
import { policiesOf } from './of-service.ts'

export interface CancellationQuestion {
  readonly assignment: Pick<Assignment, 'service' | 'start' | 'end' | 'sessions'>
  /** Fen captured for what is cancelled and not given back yet. */
  readonly paid: number
  readonly now: Date
  readonly by: 'customer' | 'merchant'
  /** Instead of the assignment's own. */
  readonly start?: Date | null
}

/** What is known of a cancellation: instants in ms, null where the order has no date. */
interface Case {
  readonly paid: number
  readonly now: number
  readonly start: number | null
  readonly zone: string
  readonly left: number
  readonly bought: number
}

interface Verdict extends Pick<CancellationPreview, 'allowed' | 'refund' | 'rate'> {
  readonly explanation: Words
}

/**
 * What cancelling now would bring back. A shop that cancels gives everything back. For a customer the tier with the nearest
 * deadline still ahead decides; once it has begun, only a tier without a deadline allows it; once it is over, nothing does.
 * @throws Refusal UNKNOWN_SERVICE
 */
export function cancellationPreview(
  shop: ResolvedShop,
  {
    assignment,
    paid,
    now,
    by,
    start = assignment.start === null ? null : new Date(assignment.start),
  }: CancellationQuestion,
): CancellationPreview {
  const { tiers } = policiesOf(shop, assignment.service).cancellation
  if (by === 'merchant')
    return {
      allowed: true,
      refund: paid,
      paid,
      rate: 10000,
      explanation: both('由店铺取消，已付款全部退还。', 'Cancelled by the shop: all that was paid comes back.'),
    }
  const moment = now.getTime()
  const begin = start?.getTime() ?? null
  const sessions = assignment.sessions ?? (begin === null ? [] : [begin])
  const left = sessions.filter((session) => new Date(session).getTime() > moment).length
  const known: Case = {
    paid,
    now: moment,
    start: begin,
    zone: shop.zone,
    // An order without a date is as one session that is still to come.
    left: sessions.length === 0 ? 1 : left,
    bought: Math.max(1, sessions.length),
  }
  const isOver = assignment.end !== null && begin !== null && begin <= moment && Date.parse(assignment.end) <= moment
  return { paid, ...(isOver ? OVER : decide(tiers, known)) }
}

const refused = (zh: string, en: string): Verdict => ({ allowed: false, refund: 0, rate: 0, explanation: both(zh, en) })
const OVER = refused('已经结束，不能取消了。', 'It is over, and can no longer be cancelled.')
const BEGUN = refused('已经开始，不能取消了。', 'It has begun, and can no longer be cancelled.')

const isOpen = ({ before, until }: RefundTier): boolean => before === null && until === null

/** First instant (ms) at which a tier no longer holds; undefined where it cannot be told, as of an order without a date. */
function endOf({ before, until }: RefundTier, { start, zone }: Case): number | undefined {
  if (until !== null) return momentOver(until, zone)
  if (before === null) return Infinity
  // At exactly so many minutes before the start it holds still.
  return start === null ? undefined : start - before * MINUTE + 1
}

function decide(tiers: readonly RefundTier[], known: Case): Verdict {
  const hasBegun = known.start !== null && known.start <= known.now
  let nearest: { tier: RefundTier; end: number } | undefined
  let passed: { tier: RefundTier; end: number } | undefined
  for (const tier of tiers) {
    const end = endOf(tier, known)
    if (end === undefined || (hasBegun && !isOpen(tier))) continue
    if (end <= known.now) {
      if (!passed || end > passed.end) passed = { tier, end }
    } else if (!nearest || end < nearest.end) nearest = { tier, end }
  }
  if (!nearest && hasBegun) return BEGUN
  const tier = nearest?.tier
  const rate = tier?.refund ?? 0
  const refund = tier ? refundOf(tier, known) : 0
  return { allowed: true, refund, rate, explanation: explain(known, refund, tier, passed?.tier) }
}

/** Rounded half up once, whatever it is made of. */
function refundOf({ refund, basis }: RefundTier, { paid, left, bought }: Case): number {
  const [part, whole] = basis === 'sessionsLeft' ? [left, bought] : [1, 1]
  const divisor = BigInt(whole) * 10000n
  return Number((BigInt(paid) * BigInt(part) * BigInt(refund) * 2n + divisor) / (divisor * 2n))
}

function explain(known: Case, refund: number, tier: RefundTier | undefined, passed: RefundTier | undefined): Words {
  const { paid, left, bought } = known
  if (paid === 0) return both('没有付款，可以直接取消。', 'Nothing was paid; it can simply be cancelled.')
  const back =
    refund === 0
      ? both('不退款', 'nothing comes back')
      : both(
          `退还 ${formatFen(refund)}（已付 ${formatFen(paid)}）`,
          `${formatFen(refund)} of ${formatFen(paid)} comes back`,
        )
  const say = (zh: string, en: string): Words => both(`${zh}，${back['zh-CN']}。`, `${en}: ${back.en}.`)
  if (tier?.basis === 'sessionsLeft')
    return say(`还剩 ${left} 次（共 ${bought} 次）`, `${left} of ${bought} sessions ${left === 1 ? 'is' : 'are'} left`)
  if (tier?.until) {
    const until = momentWords(tier.until)
    return say(`${until['zh-CN']} 前取消`, `Cancelled by ${until.en}`)
  }
  if (tier?.before) {
    const time = duration(tier.before)
    return say(`离开始还有 ${time['zh-CN']}以上`, `It is ${time.en} or more to the start`)
  }
  if (!tier && passed?.until) {
    const until = momentWords(passed.until)
    return say(`已过 ${until['zh-CN']}`, `It is past ${until.en}`)
  }
  if (!tier && passed?.before) {
    const time = duration(passed.before)
    return say(`离开始不足 ${time['zh-CN']}`, `It is less than ${time.en} to the start`)
  }
  return say('现在取消', 'Cancelled now')
}
