import {
  assign,
  availability,
  quote,
  Refusal,
  REFUSALS,
  type Quote,
  type ResolvedService,
  type ResolvedShop,
  type Words,
} from '@kaidian/runtime/domain'

/** A booking to try a price with; empty strings stand for 'the first there is'. */
export interface Trial {
  readonly service: string
  readonly offering: string
  readonly day: string
  readonly time: string
  readonly options: Readonly<Record<string, string>>
  readonly membership: string
  readonly visits: number
}

export interface TrialOutcome {
  readonly service: ResolvedService
  readonly offering: string
  readonly options: Readonly<Record<string, string>>
  /** Starts that are free that day, while nothing is booked. */
  readonly times: readonly string[]
  readonly time: string
  readonly quote: Quote | null
  /** Why there is no quote. */
  readonly reason: Words | null
}

/** The bill of a trial; null for a shop without services. */
export function tryPrice(shop: ResolvedShop, trial: Trial, now: Date): TrialOutcome | null {
  const service = shop.services.get(trial.service) ?? [...shop.services.values()][0]
  const offering = service?.offerings.find(({ id }) => id === trial.offering) ?? service?.offerings[0]
  if (!service || !offering) return null
  const options = Object.fromEntries(
    service.options.map(({ id, choices }) => [
      id,
      choices.find((choice) => choice.id === trial.options[id])?.id ?? choices[0]?.id ?? '',
    ]),
  )
  const base = { service, offering: offering.id, options }
  const wanted = { service: service.id, offering: offering.id, options }
  try {
    const [day] = availability(shop, { ...wanted, from: trial.day, days: 1 }, [], now)
    const starts = day?.starts ?? []
    const start = starts.find(({ time }) => time === trial.time) ?? starts[0]
    const times = starts.map(({ time }) => time)
    if (!start) return { ...base, times, time: '', quote: null, reason: day?.explanation ?? null }
    const assignment = assign(shop, { ...wanted, start: start.start }, [], now)
    const bill = quote(shop, assignment, {
      now,
      visits: trial.visits,
      membership: trial.membership === '' ? null : trial.membership,
      answers: {},
    })
    return { ...base, times, time: start.time, quote: bill, reason: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...base, times: [], time: '', quote: null, reason: REFUSALS[error.code][1] }
  }
}
