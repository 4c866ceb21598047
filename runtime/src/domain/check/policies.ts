import type { CancellationPolicy } from '@kaidian/schemas'
import { percent } from '../words.ts'
import { problem, type Rule } from './finding.ts'
import { policies } from './places.ts'
import { lastStart } from './sessions.ts'

type Tier = CancellationPolicy['tiers'][number] & { readonly index: number }

const indexed = ({ tiers }: CancellationPolicy): Tier[] => tiers.map((tier, index) => ({ ...tier, index }))

/** What a tier lasts until, to compare with others of its sort: minutes before the start, a moment, or nothing. */
const deadline = ({ before, until }: Tier): string => (before === undefined ? (until ?? 'open') : `${before}`)

/** Tiers whose order in time is known, early first; those by minutes and those by a moment cannot be compared. */
function inOrder(tiers: readonly Tier[]): Tier[][] {
  const open = tiers.filter(({ before, until }) => before === undefined && until === undefined)
  const byMinutes = tiers.filter(({ before }) => before !== undefined)
  const byMoment = tiers.filter(({ before, until }) => before === undefined && until !== undefined)
  return [
    [...byMinutes.toSorted((a, b) => (b.before ?? 0) - (a.before ?? 0)), ...open],
    [
      ...byMoment.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1)),
      ...(byMinutes.length > 0 ? [] : open),
    ],
  ]
}

const said = ({ before, until }: Tier): readonly [zh: string, en: string] =>
  before !== undefined
    ? [`提前 ${before} 分钟`, `${before} minutes before`]
    : until !== undefined
      ? [`${until.replace('T', ' ')} 前`, `until ${until.replace('T', ' ')}`]
      : ['之后', 'later']

export const refundsDoNotRise: Rule = function* (shop) {
  for (const { given, pointer } of policies(shop, 'cancellation'))
    for (const order of inOrder(indexed(given)))
      for (const [at, tier] of order.entries()) {
        const earlier = order[at - 1]
        // A higher rate of the sessions that are left may well be less money.
        if (!earlier || deadline(tier) === deadline(earlier) || tier.refund <= earlier.refund) continue
        if (tier.basis === 'sessionsLeft' && earlier.basis !== 'sessionsLeft') continue
        const [zh, en] = said(tier)
        const [zhEarlier, enEarlier] = said(earlier)
        yield problem(
          `${pointer}/tiers/${tier.index}/refund`,
          'REFUND_RISES',
          `越晚取消反而退得越多：${zhEarlier}退 ${percent(earlier.refund)}，${zh}却退 ${percent(tier.refund)}。请改小。`,
          `Cancelling later would bring back more: ${percent(earlier.refund)} (${enEarlier}), but ${percent(tier.refund)} (${en}). Lower it.`,
        )
      }
}

export const tiersAreDistinct: Rule = function* (shop) {
  for (const { given, pointer } of policies(shop, 'cancellation')) {
    const seen = new Set<string>()
    for (const tier of indexed(given)) {
      const key = deadline(tier)
      const place = `${pointer}/tiers/${tier.index}`
      if (tier.before !== undefined && tier.until !== undefined)
        yield problem(
          `${place}/until`,
          'TWO_DEADLINES',
          '这一档同时写了 before 和 until，不知道按哪个。请只留一个。',
          'This tier states both “before” and “until”, and it is not clear which counts. Keep one.',
        )
      else if (seen.has(key))
        yield problem(
          tier.before === undefined ? place : `${place}/before`,
          'DUPLICATE_TIER',
          `有两档的期限相同（${said(tier)[0]}），请删掉一档。`,
          `Two tiers have the same deadline (${said(tier)[1]}); take one out.`,
        )
      seen.add(key)
    }
  }
}

export const sharesOfSessionsHaveSessions: Rule = function* (shop) {
  for (const { given, pointer, services } of policies(shop, 'cancellation')) {
    if (services.length === 0 || services.some(({ mode }) => mode === 'session')) continue
    for (const { basis, index } of indexed(given))
      if (basis === 'sessionsLeft')
        yield problem(
          `${pointer}/tiers/${index}/basis`,
          'NO_SESSIONS_LEFT',
          '按剩余课次退，可这里没有按场次卖的服务。请改成 paid，或删掉 basis。',
          'Refunds go by the sessions left, but no service here has sessions. Make it paid, or take “basis” out.',
        )
  }
}

export const deadlinesComeBeforeTheStart: Rule = function* (shop) {
  const dated = [
    ...[...policies(shop, 'cancellation')].flatMap(({ given, pointer, services }) =>
      indexed(given).map(({ until, index }) => ({ moment: until, at: `${pointer}/tiers/${index}/until`, services })),
    ),
    ...[...policies(shop, 'transfer')].map(({ given, pointer, services }) => ({
      moment: given.until,
      at: `${pointer}/until`,
      services,
    })),
  ]
  for (const { moment, at, services } of dated) {
    if (moment === undefined || services.length === 0) continue
    const lasts = services.map(lastStart)
    if (lasts.some((last) => last === null || moment <= last)) continue
    yield problem(
      at,
      'DEADLINE_AFTER_START',
      `期限 ${moment.replace('T', ' ')} 在开始之后。请提前；开始以后也适用的一档，before 和 until 都不写。`,
      `The deadline ${moment.replace('T', ' ')} is after the start. Make it earlier; a tier that also holds after the start has neither “before” nor “until”.`,
    )
  }
}

export const feesForMovingAreCharged: Rule = function* (shop) {
  for (const { given, pointer } of policies(shop, 'reschedule')) {
    const { times, free, fee = 0 } = given
    if (free !== undefined && free > times)
      yield problem(
        `${pointer}/free`,
        'FREE_EXCEEDS_TIMES',
        `免费 ${free} 次，可一共只能改 ${times} 次。请改小。`,
        `${free} are free, but there are ${times} in all. Lower it.`,
      )
    else if (fee > 0 && (free ?? times) === times)
      yield problem(
        `${pointer}/fee`,
        'FEE_NEVER_CHARGED',
        '写了收费，可每一次都是免费的。请用 free 写明其中免费几次，或删掉 fee。',
        'There is a fee, but every reschedule is free. Say with “free” how many are, or take the fee out.',
      )
  }
}

export const automaticPlacesAreFree: Rule = function* (shop) {
  for (const { given, pointer, services } of policies(shop, 'waitlist')) {
    const priced = services.some(({ offerings }) => offerings.some(({ price }) => price > 0))
    if (given.mode === 'auto' && priced)
      yield problem(
        `${pointer}/mode`,
        'AUTO_NEEDS_FREE',
        '直接递补（auto）不经过付款，只用于不收费的服务。请改成 offer。',
        'A place given by itself (auto) is not paid for, so it is for free services only. Make it offer.',
      )
  }
}

export const bansAreWhole: Rule = function* (shop) {
  for (const { given, pointer } of policies(shop, 'noShow')) {
    const { limit, banDays } = given
    if ((limit === undefined) === (banDays === undefined)) continue
    const key = limit === undefined ? 'limit' : 'banDays'
    yield problem(
      `${pointer}/${key}`,
      'BAN_INCOMPLETE',
      `几次后暂停（limit）和暂停几天（banDays）要一起写，缺 ${key}。请加上。`,
      `How many no-shows (limit) and how many days (banDays) go together; ${key} is missing. Add it.`,
    )
  }
}
