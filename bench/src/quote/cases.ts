import type { FeeRule, Shop } from '@kaidian/schemas'
import { loadShop, type Assignment, type QuoteContext } from '@kaidian/runtime/domain'
import { salon } from '../example.ts'
import { randomNumbers } from '../random.ts'

/** The kinds that every side is given. */
export type BenchRule = FeeRule & { readonly apply: Extract<FeeRule['apply'], { kind: 'flat' | 'percent' }> }

/** Thirty rules as a shop may come to have them: by weekday, hour, date, level, membership, visits, answers and amount. */
export const RULES: readonly BenchRule[] = [
  ...(['mon', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day, index): BenchRule => ({
    id: `evening-${day}`,
    label: `${day} 晚间`,
    phase: 'surcharge',
    when: {
      all: [
        { fact: 'start.weekday', op: 'eq', value: day },
        { fact: 'start.time', op: 'gte', value: '18:00' },
      ],
    },
    apply: { kind: 'flat', amount: 500 + 100 * index },
  })),
  {
    id: 'weekend',
    label: '周末',
    phase: 'surcharge',
    when: { fact: 'start.weekday', op: 'in', value: ['sat', 'sun'] },
    apply: { kind: 'percent', rate: 1000, of: ['base', 'option'] },
  },
  ...['2027-01-01', '2027-02-14', '2027-05-01', '2027-10-01'].map((day, index): BenchRule => ({
    id: `holiday-${index}`,
    label: `节日 ${day}`,
    phase: 'surcharge',
    when: { fact: 'start.date', op: 'eq', value: day },
    apply: { kind: 'percent', rate: 2000, of: ['base'] },
  })),
  ...['director', 'senior', 'designer'].map((level, index): BenchRule => ({
    id: `busy-${level}`,
    label: `${level} 高峰`,
    phase: 'surcharge',
    when: {
      all: [
        { fact: 'resource.level', op: 'eq', value: level },
        {
          any: [
            { fact: 'start.time', op: 'lt', value: '11:00' },
            { fact: 'start.time', op: 'gte', value: '19:00' },
          ],
        },
      ],
    },
    apply: { kind: 'flat', amount: 300 * (3 - index) },
  })),
  ...[60, 240, 1440].map((minutes, index): BenchRule => ({
    id: `late-${minutes}`,
    label: `临时 ${minutes}`,
    phase: 'surcharge',
    when: { fact: 'booking.leadMinutes', op: 'lt', value: minutes },
    apply: { kind: 'flat', amount: 200 * (3 - index) },
  })),
  {
    id: 'long',
    label: '时间长',
    phase: 'surcharge',
    when: { not: { fact: 'booking.durationMinutes', op: 'lte', value: 60 } },
    apply: { kind: 'flat', amount: 1500 },
  },
  {
    id: 'note',
    label: '特别要求',
    phase: 'surcharge',
    when: { fact: 'answer.note', op: 'given' },
    apply: { kind: 'flat', amount: 100 },
  },
  {
    id: 'first-visit',
    label: '首次到店',
    phase: 'discount',
    when: {
      all: [
        { fact: 'customer.visits', op: 'eq', value: 0 },
        { fact: 'amount.beforeDiscounts', op: 'gte', value: 10_000 },
      ],
    },
    apply: { kind: 'flat', amount: 2000 },
    bestOf: 'one',
  },
  {
    id: 'gold',
    label: '金卡',
    phase: 'discount',
    when: { fact: 'customer.membership', op: 'eq', value: 'gold' },
    apply: { kind: 'percent', rate: 1000, of: ['base', 'option'] },
    bestOf: 'one',
  },
  ...[3, 5, 10, 20, 40].map((visits, index): BenchRule => ({
    id: `regular-${visits}`,
    label: `老顾客 ${visits}`,
    phase: 'discount',
    when: { fact: 'customer.visits', op: 'gte', value: visits },
    apply: { kind: 'flat', amount: 300 * (index + 1) },
    bestOf: 'regular',
  })),
  ...[20_000, 50_000, 80_000].map((amount, index): BenchRule => ({
    id: `over-${amount}`,
    label: `满 ${amount}`,
    phase: 'discount',
    when: { fact: 'amount.beforeDiscounts', op: 'gte', value: amount },
    apply: { kind: 'flat', amount: 1000 * (index + 1) },
    bestOf: 'over',
  })),
  {
    id: 'early',
    label: '早鸟',
    phase: 'discount',
    when: { fact: 'booking.leadMinutes', op: 'gte', value: 10_080 },
    apply: { kind: 'percent', rate: 500, of: ['base'] },
  },
]

export const shopWithRules = (): Shop => ({ ...salon(), fees: [...RULES] })

/** Facts of one booking, looked up beforehand: what the bare sides are given. */
export type Facts = Readonly<Record<string, string | number | null | undefined>>

export interface Case {
  readonly assignment: Assignment
  readonly context: QuoteContext
  readonly facts: Facts
  /** Fen before any rule. */
  readonly base: number
  readonly option: number
  readonly addOn: number
}

const CASES = 256
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const DAYS = ['2026-12-02', '2026-12-05', '2026-12-24', '2027-01-01', '2027-01-10', '2027-01-20', '2027-02-14']
const CHINA_MS = 8 * 3_600_000

/** Bookings at random, the same in every process. */
export function cases(): readonly Case[] {
  const loaded = loadShop(shopWithRules(), 'bench')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2))
  const shop = loaded.value
  const random = randomNumbers(30)
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const services = [...shop.services.values()]
  return Array.from({ length: CASES }, (): Case => {
    const service = oneOf(services)
    const offering = oneOf(service.offerings)
    const choices = service.options.map((option) => [option.id, oneOf(option.choices)] as const)
    const addOns = service.addOns.filter(() => random() < 0.3)
    const stylist = [...shop.resources.values()].find(({ level }) => level === offering.level)?.id ?? ''
    const day = oneOf(DAYS)
    const time = `${10 + Math.floor(random() * 11)}:${oneOf(['00', '30'])}`
    const start = Date.parse(`${day}T${time}:00Z`) - CHINA_MS
    const lead = oneOf([30, 120, 600, 3000, 20_000])
    const visits = oneOf([0, 0, 1, 4, 7, 12, 30, 50])
    const membership = oneOf([null, null, 'gold'])
    const note = oneOf([undefined, '靠窗'])
    return {
      assignment: {
        service: service.id,
        offering: offering.id,
        start: new Date(start).toISOString(),
        end: new Date(start + offering.duration * 60_000).toISOString(),
        resources: { stylist },
        options: Object.fromEntries(choices.map(([id, choice]) => [id, choice.id])),
        addOns: Object.fromEntries(addOns.map((id) => [id, 1])),
        places: [{ offering: offering.id, addOns: {} }],
      },
      context: {
        now: new Date(start - lead * 60_000),
        visits,
        membership,
        answers: note === undefined ? {} : { note },
      },
      facts: {
        'start.weekday': WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7],
        'start.date': day,
        'start.time': time,
        'resource.level': offering.level,
        'booking.leadMinutes': lead,
        'booking.durationMinutes': offering.duration,
        'customer.visits': visits,
        'customer.membership': membership,
        'answer.note': note,
      },
      base: offering.price,
      option: choices.reduce((sum, [, { price }]) => sum + price, 0),
      addOn: addOns.reduce((sum, id) => sum + (shop.addOns.get(id)?.price ?? 0), 0),
    }
  })
}
