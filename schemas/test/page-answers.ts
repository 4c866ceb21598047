import {
  assign,
  availability,
  type AvailabilityRequest,
  chooseSeats,
  type Claim,
  claimsOf,
  formatFen,
  instantToWall,
  quote,
  type Quote,
  type QuoteContext,
  Refusal,
  type ResolvedShop,
  roomsFor,
  type Seat,
  type Selection,
  sessionsOf,
  ticketsOf,
  wallToInstant,
  type Words,
} from '../../runtime/src/domain/index.ts'
import { momentWords } from '../../runtime/src/domain/moments.ts'
import { REASON_WORDS } from '../../runtime/src/domain/availability/reason.ts'

type Locale = 'zh-CN' | 'en'
type Input = Record<string, unknown>

/** Answers one kind of question of a page, as lines of text. */
type Answerer = (shop: ResolvedShop, input: Input, locale: Locale) => readonly string[]

const instant = (wall: unknown, { zone }: ResolvedShop): Date => {
  const [day = '', time = ''] = String(wall).split('T')
  return wallToInstant(day, time, zone)
}

/** A page writes a start by the clock on the wall. */
function selectionOf(shop: ResolvedShop, written: unknown): Selection {
  const { start, ...rest } = written as Selection
  return { ...rest, ...(start !== undefined && { start: instant(start, shop).toISOString() }) }
}

function lines({ lines: all, total }: Quote, locale: Locale): string[] {
  const say = (words: Words): string => words[locale] ?? words['zh-CN']
  return [
    ...all.map(({ label, quantity, unitAmount, amount }) =>
      quantity === 1
        ? `${say(label)}: ${formatFen(amount)}`
        : `${say(label)}: ${quantity} × ${formatFen(unitAmount)} = ${formatFen(amount)}`,
    ),
    `${locale === 'en' ? 'Total' : '合计'}: ${formatFen(total)}`,
  ]
}

/** When it is paid, unless it is all paid now. */
function payments(shop: ResolvedShop, { schedule }: Quote, locale: Locale): string[] {
  const [first] = schedule
  if (schedule.length === 1 && first?.due === null && first.where === 'app') return []
  return schedule.map(({ amount, due, where }) => {
    if (where === 'onSite') return `${locale === 'en' ? 'On site' : '到店付'}: ${formatFen(amount)}`
    if (due === null) return `${locale === 'en' ? 'Now' : '现在付'}: ${formatFen(amount)}`
    const { day, time } = instantToWall(new Date(due), shop.zone)
    const moment = momentWords(`${day}T${time}`)[locale]
    return `${locale === 'en' ? `By ${moment}` : `${moment} 前付`}: ${formatFen(amount)}`
  })
}

const REASONS = ['condition', 'betterOffer', 'nothingLeft']

const quoted: Answerer = (shop, { now, selection, why, ...context }, locale) => {
  const at = instant(now, shop)
  const chosen = assign(shop, selectionOf(shop, selection), [], at)
  const given = { visits: 1, membership: null, answers: {}, ...context, now: at } as QuoteContext
  const made = quote(shop, chosen, given)
  const say = (words: Words): string => words[locale] ?? words['zh-CN']
  const skipped = made.skipped
    .filter(({ reason }) => why === true && REASONS.includes(reason))
    .map(({ label, explanation }) => `${locale === 'en' ? 'Left out' : '没用上'} ${say(label)}: ${say(explanation)}`)
  const uses = made.uses.map(
    ({ entitlement, units }) => `${locale === 'en' ? 'Used' : '用掉'} ${entitlement}: ${units}`,
  )
  return [...lines(made, locale), ...payments(shop, made, locale), ...skipped, ...uses]
}

/** Claims of what was booked before, one after another. */
function claims(shop: ResolvedShop, booked: unknown, now: Date): Claim[] {
  const held: Claim[] = []
  for (const one of (booked ?? []) as unknown[])
    held.push(
      ...claimsOf(shop, assign(shop, selectionOf(shop, one), held, now)).map((claim) => ({
        ...claim,
        expiresAt: null,
      })),
    )
  return held
}

const starts: Answerer = (shop, { now, booked, ...request }, locale) => {
  const at = instant(now, shop)
  const found = availability(
    shop,
    { days: 1, ...request } as unknown as AvailabilityRequest,
    claims(shop, booked, at),
    at,
  )
  return found.flatMap(({ day, starts: free, explanation, whyNot = [] }) => [
    `${day}: ${free.map(({ time }) => time).join(' ') || (explanation?.[locale] ?? explanation?.['zh-CN'])}`,
    ...whyNot.map(({ time, reason }) => `${time} ${REASON_WORDS[reason][locale]} (${reason})`),
  ])
}

/** Who gets each order, one after another; an order that is refused takes nothing. */
const book: Answerer = (shop, { now, orders }, locale) => {
  const at = instant(now, shop)
  const held: Claim[] = []
  return (orders as { readonly start: string }[]).map((one) => {
    const time = one.start.slice(11)
    try {
      const chosen = assign(shop, selectionOf(shop, one), held, at)
      held.push(...claimsOf(shop, chosen).map((claim) => ({ ...claim, expiresAt: null })))
      const who = Object.entries(chosen.resources).map(([post, id]) => `${post} ${id}`)
      return `${time} → ${who.join(', ')}`
    } catch (error) {
      return `${time} → ${refusal(error, locale)}`
    }
  })
}

function refusal(error: unknown, locale: Locale): string {
  if (!(error instanceof Refusal)) throw error
  return `${error.code}: ${error.words[locale]}`
}

/** Units that are taken: counter → units, whatever its pool. */
const used =
  (taken: unknown) =>
  (_pool: string, counter: string): number =>
    (taken as Record<string, number> | undefined)?.[counter] ?? 0

const sessions: Answerer = (shop, { now, service, from, days, taken }, locale) =>
  sessionsOf(shop, String(service), { from: String(from), days: Number(days) }, used(taken), instant(now, shop)).map(
    ({ id, left, seats, explanation }) =>
      `${id}: ${left}/${seats}${explanation ? ` ${explanation[locale] ?? explanation['zh-CN']}` : ''}`,
  )

/** Who gets which seats, one order after another; an order is written as its people. */
const seats: Answerer = (shop, { service, session, orders }, locale) => {
  const rooms = roomsFor(shop, { service: String(service), session: String(session) })
  const given: Seat[] = []
  const isTaken = (seat: Seat) => given.some(({ room, number }) => room === seat.room && number === seat.number)
  return (orders as number[]).map((people) => {
    const chosen = chooseSeats(rooms, isTaken, people) ?? []
    given.push(...chosen)
    const nameOf = (room: string) => shop.resources.get(room)?.name
    return `${people}: ${chosen.map(({ room, number }) => `${nameOf(room)?.[locale] ?? nameOf(room)?.['zh-CN']} ${number}`).join(', ')}`
  })
}

const tickets: Answerer = (shop, { now, service, taken }, locale) =>
  ticketsOf(shop, String(service), used(taken), instant(now, shop)).map(
    ({ offering, left, explanation }) =>
      `${offering}: ${left ?? '∞'}${explanation ? ` ${explanation[locale] ?? explanation['zh-CN']}` : ''}`,
  )

const ANSWERERS: Readonly<Record<string, Answerer>> = { quote: quoted, starts, book, sessions, seats, tickets }

/** What the code answers to a question of a page; a refusal is an answer too. */
export function answerTo(kind: string, shop: ResolvedShop, input: Input, locale: Locale): string {
  try {
    return (ANSWERERS[kind]?.(shop, input, locale) ?? []).join('\n')
  } catch (error) {
    return refusal(error, locale)
  }
}
