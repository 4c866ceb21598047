import type { Assignment } from '../booking.ts'
import type { ResolvedShop } from '../resolved.ts'
import type { Claim } from './busy.ts'
import { roleOf, stretchOf } from './posts.ts'

const MINUTE = 60_000

/** A stretch of a resource that one post of one of the services takes, in ms. */
interface Taken {
  readonly segment: number
  readonly from: number
  readonly to: number
}

/** The services of an order, one after another. */
function segmentsOf({ service, start, end, resources, then = [] }: Assignment) {
  if (start === null || end === null) return []
  return [{ service, start, end: then[0]?.start ?? end, resources }, ...then]
}

function takenOf(shop: ResolvedShop, assignment: Assignment): ReadonlyMap<string, readonly Taken[]> {
  const taken = new Map<string, Taken[]>()
  for (const [segment, { service: id, start, end, resources }] of segmentsOf(assignment).entries()) {
    const service = shop.services.get(id)
    if (service?.mode !== 'appointment') continue
    const begin = Date.parse(start)
    const minutes = (Date.parse(end) - begin) / MINUTE
    for (const [post, resource] of Object.entries(resources)) {
      const part = service.requirements.find(({ role }) => role === roleOf(post))?.part ?? null
      const stretch = stretchOf(part, minutes)
      if (stretch.minutes <= 0) continue
      const from = begin + (stretch.from - service.buffer.before) * MINUTE
      const to = begin + (stretch.from + stretch.minutes + service.buffer.after) * MINUTE
      const list = taken.get(resource) ?? []
      list.push({ segment, from, to })
      taken.set(resource, list)
    }
  }
  return taken
}

/** Most units that one of the services needs in `[from, to)`: the buffer of one may lie in the next, since they go on together. */
function unitsIn(taken: readonly Taken[], from: number, to: number): number {
  const counts = new Map<number, number>()
  for (const one of taken)
    if (one.from <= from && to <= one.to) counts.set(one.segment, (counts.get(one.segment) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** What a booking takes of each resource, buffers included: stretches that do not overlap, with the units taken in each. */
export function claimsOf(
  shop: ResolvedShop,
  assignment: Assignment,
): readonly (Omit<Claim, 'expiresAt'> & { readonly units: number })[] {
  return [...takenOf(shop, assignment)].flatMap(([resource, taken]) => {
    const edges = [...new Set(taken.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
    const claims: { resource: string; units: number; start: Date; end: Date }[] = []
    for (const [index, from] of edges.entries()) {
      const to = edges[index + 1]
      const units = to === undefined ? 0 : unitsIn(taken, from, to)
      if (to === undefined || units === 0) continue
      const last = claims.at(-1)
      if (last?.units === units && last.end.getTime() === from) last.end = new Date(to)
      else claims.push({ resource, units, start: new Date(from), end: new Date(to) })
    }
    return claims
  })
}
