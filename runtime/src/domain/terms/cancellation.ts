import type { Words } from '../booking.ts'
import { momentWords } from '../moments.ts'
import type { RefundTier } from '../resolved.ts'
import { both, duration, percent } from '../words.ts'

function returned({ refund, basis }: RefundTier): Required<Words> {
  if (refund === 0) return both('不退款', 'nothing comes back')
  if (basis === 'sessionsLeft')
    return refund === 10000
      ? both('按剩余次数的比例退款', 'the share of the sessions left comes back')
      : both(
          `按剩余次数的比例退还 ${percent(refund)}`,
          `${percent(refund)} of the share of the sessions left comes back`,
        )
  return refund === 10000
    ? both('退还全部已付款', 'all that was paid comes back')
    : both(`退还已付款的 ${percent(refund)}`, `${percent(refund)} of what was paid comes back`)
}

const isOpen = ({ before, until }: RefundTier): boolean => before === null && until === null

function row(tier: RefundTier, hasOthers: boolean): Words {
  const { before, until } = tier
  const result = returned(tier)
  if (until !== null) {
    const end = momentWords(until)
    return both(`${end['zh-CN']} 前取消，${result['zh-CN']}`, `Cancelled by ${end.en}: ${result.en}`)
  }
  if (before === null)
    return hasOthers
      ? both(`之后取消，${result['zh-CN']}`, `Later: ${result.en}`)
      : both(`随时可取消，${result['zh-CN']}`, `Cancelled at any time: ${result.en}`)
  if (before === 0) return both(`开始之前取消，${result['zh-CN']}`, `Cancelled before the start: ${result.en}`)
  const time = duration(before)
  return both(
    `开始前 ${time['zh-CN']}以上取消，${result['zh-CN']}`,
    `Cancelled ${time.en} or more before: ${result.en}`,
  )
}

/** Where nothing is paid, only until when it can be cancelled matters; that is until the start, unless a tier says longer. */
const freeTerms = (tiers: readonly RefundTier[]): readonly Words[] =>
  tiers.some(isOpen)
    ? [both('随时可取消', 'Can be cancelled at any time')]
    : [both('开始之前可取消', 'Can be cancelled before the start')]

/** What comes back when, row by row as described; what comes after the last deadline is said too. */
export function cancellationTerms(tiers: readonly RefundTier[], isFree: boolean): readonly Words[] {
  if (isFree) return freeTerms(tiers)
  if (tiers.length === 0) return [both('取消不退款', 'Nothing comes back when cancelled')]
  const timed = tiers.filter((tier) => !isOpen(tier))
  const open = tiers.find(isOpen)
  const rows = [...timed, ...(open ? [open] : [])].map((tier) => row(tier, timed.length > 0))
  const last = timed.at(-1)
  const isSaid = open !== undefined || timed.some(({ before }) => before === 0) || last?.refund === 0
  return isSaid ? rows : [...rows, both('再晚取消，不退款', 'Later: nothing comes back')]
}
