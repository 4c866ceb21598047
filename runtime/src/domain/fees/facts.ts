import type { Assignment } from '../booking.ts'
import type { FactValue } from '../condition.ts'
import { type ResolvedShop, WEEKDAYS } from '../resolved.ts'
import { clockTime, dayName, wallAt, weekdayIndex } from '../time.ts'

/** Who asks and when: what a price depends on beside the booking itself. */
export interface QuoteContext {
  readonly now: Date
  /** Earlier visits of the customer. */
  readonly visits: number
  readonly membership: string | null
  /** As `checkAnswers` keeps them. */
  readonly answers: Readonly<Record<string, unknown>>
}

const MINUTE = 60_000

/**
 * The facts of the catalogue that a fee rule may ask for.
 * @param beforeDiscounts the sum before discounts, known once they are reached
 */
export function factsOf(
  shop: ResolvedShop,
  assignment: Assignment,
  context: QuoteContext,
  beforeDiscounts: () => number,
): (fact: string) => FactValue {
  const start = Date.parse(assignment.start)
  const wall = wallAt(start, shop.zone)
  return (fact) => {
    switch (fact) {
      case 'service.id':
        return assignment.service
      case 'offering.id':
        return assignment.offering
      case 'resource.level': {
        const role = shop.services.get(assignment.service)?.requirements[0]?.role
        const id = role === undefined ? undefined : assignment.resources[role]
        return id === undefined ? undefined : shop.resources.get(id)?.level
      }
      case 'start.weekday':
        return WEEKDAYS[weekdayIndex(wall.day)]
      case 'start.date':
        return dayName(wall.day)
      case 'start.time':
        return clockTime(wall.minutes)
      case 'booking.leadMinutes':
        return Math.floor((start - context.now.getTime()) / MINUTE)
      case 'booking.durationMinutes':
        return (Date.parse(assignment.end) - start) / MINUTE
      case 'customer.visits':
        return context.visits
      case 'customer.membership':
        return context.membership
      case 'amount.beforeDiscounts':
        return beforeDiscounts()
      default: {
        const id = fact.startsWith('answer.') ? fact.slice('answer.'.length) : ''
        return Object.hasOwn(context.answers, id) ? (context.answers[id] as FactValue) : undefined
      }
    }
  }
}
