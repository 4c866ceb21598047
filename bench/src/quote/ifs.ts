/** The thirty rules of `cases.ts` as somebody would write them by hand, without any rule being data. */
import { cases, type Case } from './cases.ts'
import { measured } from './measured.ts'

const EVENING = { mon: 500, wed: 600, thu: 700, fri: 800, sat: 900, sun: 1000 } as const
const BUSY = { director: 900, senior: 600, designer: 300 } as const

const share = (amount: number, rate: number): number => Math.round((amount * rate) / 10_000)

export function total({ facts, base, option, addOn }: Case): number {
  const weekday = facts['start.weekday'] as keyof typeof EVENING
  const date = facts['start.date']
  const time = facts['start.time'] as string
  const level = facts['resource.level'] as keyof typeof BUSY
  const lead = facts['booking.leadMinutes'] as number
  const visits = facts['customer.visits'] as number

  let sum = base + option + addOn
  if (time >= '18:00') sum += EVENING[weekday]
  if (weekday === 'sat' || weekday === 'sun') sum += share(base + option, 1000)
  if (date === '2027-01-01') sum += share(base, 2000)
  if (date === '2027-02-14') sum += share(base, 2000)
  if (date === '2027-05-01') sum += share(base, 2000)
  if (date === '2027-10-01') sum += share(base, 2000)
  if (time < '11:00' || time >= '19:00') sum += BUSY[level]
  if (lead < 60) sum += 600
  if (lead < 240) sum += 400
  if (lead < 1440) sum += 200
  if ((facts['booking.durationMinutes'] as number) > 60) sum += 1500
  if (facts['answer.note'] !== undefined) sum += 100

  const before = sum
  let one = 0
  if (visits === 0 && before >= 10_000) one = 2000
  if (facts['customer.membership'] === 'gold') one = Math.max(one, share(base + option, 1000))
  sum -= one
  if (visits >= 40) sum -= 1500
  else if (visits >= 20) sum -= 1200
  else if (visits >= 10) sum -= 900
  else if (visits >= 5) sum -= 600
  else if (visits >= 3) sum -= 300
  if (before >= 80_000) sum -= 3000
  else if (before >= 50_000) sum -= 2000
  else if (before >= 20_000) sum -= 1000
  if (lead >= 10_080) sum -= share(base, 500)
  return Math.max(0, sum)
}

export const run = measured(cases(), total)
