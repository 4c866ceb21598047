import type { Policies, Service, Shop } from '@kaidian/schemas'
import type { Assignment, LedgerEntry, Quote, QuoteLine, ResolvedShop } from '../../src/domain/index.ts'
import { resolveShop } from '../../src/domain/index.ts'
import { at } from './shops.ts'

const service: Service = {
  id: 'service',
  title: { 'zh-CN': '服务', en: 'Service' },
  mode: 'appointment',
  duration: 60,
  offerings: [{ id: 'plain', title: { 'zh-CN': '普通', en: 'Plain' }, price: 10000 }],
  form: 'form',
}

/** A shop of one service, as the test says. */
export function shopOf(policies: Policies, change: Partial<Service> = {}, rest: Partial<Shop> = {}): ResolvedShop {
  const source: Shop = {
    id: 'shop',
    profile: { name: '店' },
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    locales: ['zh-CN', 'en'],
    theme: { accent: '#336699' },
    hours: { weekly: [] },
    services: [{ ...service, ...change }],
    forms: [
      {
        id: 'form',
        title: '登记表',
        fields: [
          { id: 'name', kind: 'personName', label: { 'zh-CN': '姓名', en: 'Name' } },
          { id: 'phone', kind: 'phone', label: { 'zh-CN': '手机号', en: 'Mobile phone' } },
        ],
      },
    ],
    policies: {
      booking: {},
      payment: { kind: 'full' },
      cancellation: { tiers: [] },
      reschedule: { times: 0, before: 0 },
      ...policies,
    },
    ...rest,
  }
  return resolveShop(source, 'test')
}

/** What was bought of that service; `start` and `end` as `2027-03-06 10:00`. */
export function bought(start: string | null, end: string | null = null, rest: Partial<Assignment> = {}): Assignment {
  const from = start === null ? null : at(start)
  const to = end === null ? from && new Date(from.getTime() + 3_600_000) : at(end)
  return {
    service: 'service',
    offering: 'plain',
    start: from?.toISOString() ?? null,
    end: to?.toISOString() ?? null,
    resources: {},
    options: {},
    addOns: {},
    places: [{ offering: 'plain', addOns: {} }],
    ...rest,
  }
}

/** A line by its sum and the places it is for. */
export const line = (amount: number, places?: readonly number[], rest: Partial<QuoteLine> = {}): QuoteLine => ({
  phase: amount < 0 ? 'discount' : 'base',
  rule: 'rule',
  label: { 'zh-CN': '项' },
  quantity: 1,
  unitAmount: amount,
  amount,
  ...(places && { places }),
  ...rest,
})

/** A quote of these lines; all is due now unless a schedule says otherwise. */
export function quoteOf(lines: readonly QuoteLine[], schedule?: Quote['schedule']): Quote {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const planned = schedule ?? (total === 0 ? [] : [{ amount: total, due: null, where: 'app' as const }])
  const dueNow = planned.reduce(
    (sum, { amount, due, where }) => (due === null && where === 'app' ? sum + amount : sum),
    0,
  )
  return {
    lines,
    skipped: [],
    total,
    dueNow,
    balance: total - dueNow,
    schedule: planned,
    plan: null,
    coupon: null,
    uses: [],
  }
}

export const entry = (
  kind: LedgerEntry['kind'],
  amount: number,
  state: LedgerEntry['state'] = 'succeeded',
  rest: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  id: `${kind}-${amount}`,
  order: 'o',
  kind,
  amount,
  state,
  at: at('2026-12-01 09:00'),
  ...rest,
})
