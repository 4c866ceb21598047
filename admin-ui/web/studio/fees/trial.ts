import {
  assign,
  availability,
  instantToWall,
  quote,
  Refusal,
  sessionsOf,
  wallToInstant,
  type Quote,
  type ResolvedService,
  type ResolvedShop,
  type Selection,
  type Words,
} from '@kaidian/runtime/domain'

/** A booking to try a price with; empty strings stand for 'the first there is'. */
export interface Trial {
  readonly service: string
  readonly offering: string
  readonly day: string
  /** Of an appointment: the start. */
  readonly time: string
  /** Of a session: the occurrence or the series. */
  readonly session: string
  /** Minutes, where the customer chooses how long. */
  readonly duration: number
  readonly people: number
  /** Of a registration: ticket → how many; the first ticket where none is chosen. */
  readonly tickets: Readonly<Record<string, number>>
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
  readonly membership: string
  readonly visits: number
  readonly code: string
  readonly plan: string
  /** Day it is ordered; '' for today, or the first or last day of the sale. */
  readonly orderedOn: string
  /** Full years of every participant; null: not told. */
  readonly age: number | null
}

export interface Choice {
  readonly value: string
  readonly words: Words
}

export interface TrialOutcome {
  readonly service: ResolvedService
  /** Day at the shop on which it is ordered. */
  readonly orderedOn: string
  readonly offering: string
  readonly options: Readonly<Record<string, string>>
  /** Starts or sessions that are free, while nothing is booked. */
  readonly starts: readonly Choice[]
  readonly start: string
  readonly people: number
  readonly duration: number
  readonly quote: Quote | null
  /** Why there is no quote. */
  readonly reason: Words | null
}

/** Sessions are looked for so far ahead. */
const SESSION_DAYS = 366

/** The bill of a trial; null for a shop without services. */
export function tryPrice(shop: ResolvedShop, trial: Trial, today: Date): TrialOutcome | null {
  const service = shop.services.get(trial.service) ?? [...shop.services.values()][0]
  const offering = service?.offerings.find(({ id }) => id === trial.offering) ?? service?.offerings[0]
  if (!service || !offering) return null
  const now = orderedAt(shop, service, trial.orderedOn, today)
  const options = Object.fromEntries(
    service.options.map(({ id, choices }) => [
      id,
      choices.find((choice) => choice.id === trial.options[id])?.id ?? choices[0]?.id ?? '',
    ]),
  )
  const people = Math.min(Math.max(trial.people, service.people.min), service.people.max)
  const range = service.durationChoice
  const duration = range ? Math.min(Math.max(trial.duration, range.min), range.max) : 0
  const base = {
    orderedOn: instantToWall(now, shop.zone).day,
    service,
    offering: offering.id,
    options,
    people,
    duration,
    starts: [],
    start: '',
  }
  const addOns = Object.fromEntries(Object.entries(trial.addOns).filter(([id]) => service.addOns.includes(id)))
  const wanted: Selection = {
    service: service.id,
    offering: offering.id,
    options,
    // Where each participant chooses their own, all are tried with the same.
    ...(service.addOnsEach ? { places: Array.from({ length: people }, () => ({ addOns })) } : { addOns }),
    people,
    ...(range ? { duration } : {}),
  }
  try {
    const { starts, chosen, selection, reason } = chosenOf(shop, service, wanted, trial, now)
    if (!selection) return { ...base, starts, quote: null, reason }
    return { ...base, starts, start: chosen, quote: billOf(shop, selection, trial, now), reason: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...base, quote: null, reason: error.words }
  }
}

/** When it is ordered: noon of the chosen day or now, but while it is on sale. */
function orderedAt(shop: ResolvedShop, { policies }: ResolvedService, day: string, today: Date): Date {
  const { opens, closes } = policies.booking
  const at = (moment: string): Date => wallToInstant(moment.slice(0, 10), moment.slice(11), shop.zone)
  const wanted = day === '' ? today : at(`${day}T12:00`)
  if (opens !== null && wanted < at(opens)) return at(opens)
  return closes !== null && wanted > at(closes) ? at(closes) : wanted
}

interface Chosen {
  readonly starts: readonly Choice[]
  readonly chosen: string
  readonly selection: Selection | null
  readonly reason: Words | null
}

const plain = (text: string): Words => ({ 'zh-CN': text, en: text })

/** What can be chosen that day, and the selection it makes. */
function chosenOf(shop: ResolvedShop, service: ResolvedService, wanted: Selection, trial: Trial, now: Date): Chosen {
  if (service.mode === 'registration') {
    const { people: _people, places: _places, offering, ...rest } = wanted
    const [place] = wanted.places ?? []
    const each = place?.addOns ? { addOns: place.addOns } : {}
    const places = service.offerings.flatMap(({ id }) =>
      Array.from({ length: trial.tickets[id] ?? 0 }, () => ({ offering: id, ...each })),
    )
    const first = offering === undefined ? [] : [{ offering, ...each }]
    const selection = { ...rest, places: places.length === 0 ? first : places }
    return { starts: [], chosen: '', selection, reason: null }
  }
  if (service.mode === 'session') {
    const offering = service.offerings.find(({ id }) => id === wanted.offering)
    const sessions = sessionsOf(
      shop,
      service.id,
      { from: instantToWall(now, shop.zone).day, days: SESSION_DAYS },
      () => 0,
      now,
    ).filter(
      ({ id, offerings }) =>
        offerings.includes(wanted.offering ?? '') && id.includes('@') === (offering?.covers !== 'series'),
    )
    const starts = sessions.map(({ id, title, day, time }) => ({
      value: id,
      words: title
        ? { 'zh-CN': `${title['zh-CN']} ${day} ${time}`, en: `${title.en ?? title['zh-CN']} ${day} ${time}` }
        : plain(`${day} ${time}`),
    }))
    const one = sessions.find(({ id }) => id === trial.session) ?? sessions[0]
    return {
      starts,
      chosen: one?.id ?? '',
      selection: one ? { ...wanted, session: one.id } : null,
      reason: one ? null : { 'zh-CN': '从下单那天起没有场次', en: 'no session from the day it is ordered' },
    }
  }
  const [day] = availability(shop, { ...wanted, from: trial.day, days: 1 }, [], now)
  const starts = day?.starts ?? []
  const start = starts.find(({ time }) => time === trial.time) ?? starts[0]
  return {
    starts: starts.map(({ time }) => ({ value: time, words: plain(time) })),
    chosen: start?.time ?? '',
    selection: start ? { ...wanted, start: start.start } : null,
    reason: day?.explanation ?? null,
  }
}

function billOf(shop: ResolvedShop, selection: Selection, trial: Trial, now: Date): Quote {
  const assignment = assign(shop, selection, [], now)
  const answers = trial.age === null ? {} : bornAgo(shop, selection.service, trial.age, now)
  return quote(shop, assignment, {
    now,
    visits: trial.visits,
    membership: trial.membership === '' ? null : trial.membership,
    answers: {},
    participants: assignment.places.map(() => answers),
    ...(trial.code.trim() === '' ? {} : { coupon: trial.code.trim() }),
    ...(trial.plan === '' ? {} : { plan: trial.plan }),
  })
}

/** A birth date for the field that ages are counted from: so many years before the event, or before today. */
function bornAgo(shop: ResolvedShop, id: string, age: number, now: Date): Readonly<Record<string, unknown>> {
  const service = shop.services.get(id)
  const form = shop.forms.get(service?.participants?.form ?? '')
  const field =
    form?.fields.find(({ birthDate }) => birthDate === true) ?? form?.fields.find(({ kind }) => kind === 'idDocument')
  if (!field) return {}
  const on = service?.ageOn ?? service?.event?.day ?? now.toISOString().slice(0, 10)
  const born = `${String(Number(on.slice(0, 4)) - age)}${on.slice(4)}`
  return {
    [field.id]: field.kind === 'idDocument' ? { type: 'idCard', number: idCardBorn(born) } : born,
  }
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The number of an ID card of nobody, with that birth date and a right check digit. */
function idCardBorn(day: string): string {
  const digits = `110101${day.replaceAll('-', '')}001`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}
