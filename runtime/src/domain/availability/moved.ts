import type { Assignment, Segment, Selection } from '../booking.ts'
import type { ResolvedService, ResolvedShop } from '../resolved.ts'
import { roleOf } from './posts.ts'

const MINUTE = 60_000

export interface Move {
  readonly start?: string
  readonly session?: string
  /** post → resource id */
  readonly resources?: Selection['resources']
}

/** Whom the customer may choose; the rest is assigned anew. */
function kept(service: ResolvedService | undefined, resources: Assignment['resources']): Record<string, string> {
  const isChosen = (post: string): boolean =>
    service?.requirements.some(({ role, choice }) => role === roleOf(post) && choice === 'customer') ?? false
  return Object.fromEntries(Object.entries(resources).filter(([post]) => isChosen(post)))
}

/** What the customer chose of the minutes, options and add-ons taken off. */
function chosenMinutes(
  shop: ResolvedShop,
  service: ResolvedService | undefined,
  {
    start,
    end,
    options,
    addOns,
    places,
  }: {
    readonly start: string
    readonly end: string
    readonly options: Assignment['options']
    readonly addOns: Assignment['addOns']
    readonly places: Assignment['places']
  },
): { readonly duration?: number } {
  if (!service?.durationChoice) return {}
  const optional = service.options.map(
    ({ id, choices }) => choices.find((choice) => choice.id === options[id])?.minutes ?? 0,
  )
  const added = [addOns, ...places.map((place) => place.addOns)].flatMap((one) =>
    Object.entries(one).map(([id, quantity]) => (shop.addOns.get(id)?.minutes ?? 0) * quantity),
  )
  const extra = [...optional, ...added].reduce((sum, minutes) => sum + minutes, 0)
  return { duration: (Date.parse(end) - Date.parse(start)) / MINUTE - extra }
}

/**
 * The same booking at another start, or in another session: whom the customer may choose stays unless another is named, the
 * rest is assigned anew.
 */
export function moved(shop: ResolvedShop, assignment: Assignment, change: Move): Selection {
  const { service: id, offering, options, addOns, places, then = [] } = assignment
  const service = shop.services.get(id)
  const same = { service: id, offering, options, addOns, places }
  if (service?.mode !== 'appointment') {
    const session = change.session ?? assignment.session
    return { ...same, ...(session !== undefined && { session }) }
  }
  const start = assignment.start ?? ''
  const end = then[0]?.start ?? assignment.end ?? ''
  const further = then.map(({ start: begin, end: until, ...segment }): Segment => {
    const following = shop.services.get(segment.service)
    return {
      ...segment,
      ...chosenMinutes(shop, following, { ...segment, start: begin, end: until, places: [] }),
      resources: kept(following, segment.resources),
    }
  })
  return {
    ...same,
    ...chosenMinutes(shop, service, { ...same, start, end }),
    ...((change.start ?? assignment.start) !== null && { start: change.start ?? start }),
    resources: { ...kept(service, assignment.resources), ...change.resources },
    ...(further.length > 0 && { then: further }),
  }
}
