import { percent } from '../words.ts'
import { problem, type Rule } from './finding.ts'
import { policies } from './places.ts'

export const refundsDoNotRise: Rule = function* (shop) {
  for (const { policies: given, pointer } of policies(shop)) {
    const tiers = (given.cancellation?.tiers ?? []).map((tier, index) => ({ ...tier, index }))
    const early = tiers.toSorted((a, b) => b.before - a.before)
    for (const [at, tier] of early.entries()) {
      const earlier = early[at - 1]
      if (!earlier) continue
      const place = `${pointer}/cancellation/tiers/${tier.index}`
      if (tier.before === earlier.before)
        yield problem(
          `${place}/before`,
          'DUPLICATE_TIER',
          `有两档都是开始前 ${tier.before} 分钟，请删掉一档。`,
          `Two tiers begin ${tier.before} minutes before the start; take one out.`,
        )
      else if (tier.refund > earlier.refund)
        yield problem(
          `${place}/refund`,
          'REFUND_RISES',
          `越晚取消反而退得越多：提前 ${earlier.before} 分钟退 ${percent(earlier.refund)}，提前 ${tier.before} 分钟却退 ${percent(tier.refund)}。请改小。`,
          `Cancelling later would bring back more: ${percent(earlier.refund)} at ${earlier.before} minutes, but ${percent(tier.refund)} at ${tier.before}. Lower it.`,
        )
    }
  }
}
