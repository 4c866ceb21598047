import type { Assignment, OrderView, Words } from '../booking.ts'
import type { ResolvedService, ResolvedShop } from '../resolved.ts'
import { type Seated, seatsThatStand } from '../seating.ts'
import { both, compose, say } from '../words.ts'

/** A later version of the shop may no longer know an id that an order holds: then the id itself is shown. */
const called = (words: Words | undefined, id: string): Words => words ?? both(id, id)

const listed = (parts: readonly Words[], zh: string, en: string): Words => {
  const [first] = parts
  if (first && parts.length === 1) return first
  return compose((locale) => parts.map((part) => say(part, locale)).join(locale === 'en' ? en : zh))
}

const offeringCalled = (service: ResolvedService | undefined, id: string): Words =>
  called(service?.offerings.find((offering) => offering.id === id)?.title, id)

/** `洗剪吹`; of services in a row `洗剪吹 + 染发`. */
export function serviceTitle(shop: ResolvedShop, { service, then = [] }: Assignment): Words {
  const ids = [service, ...then.map((segment) => segment.service)]
  return listed(
    ids.map((id) => called(shop.services.get(id)?.title, id)),
    ' + ',
    ' + ',
  )
}

/** `资深`; of tickets of several kinds `全马 × 5、半马 × 7`; of services in a row `资深 + 总监`. */
export function offeringTitle(shop: ResolvedShop, { service, offering, places, then = [] }: Assignment): Words {
  const known = shop.services.get(service)
  const counts = new Map<string, number>()
  for (const place of places) counts.set(place.offering, (counts.get(place.offering) ?? 0) + 1)
  const first =
    counts.size > 1
      ? listed(
          [...counts].map(([id, count]) => {
            const title = offeringCalled(known, id)
            return compose((locale) => `${say(title, locale)} × ${count}`)
          }),
          '、',
          ', ',
        )
      : offeringCalled(known, offering)
  return listed(
    [first, ...then.map((segment) => offeringCalled(shop.services.get(segment.service), segment.offering))],
    ' + ',
    ' + ',
  )
}

/** Who and what a booking is with, role by role in the order of the requirements; what segments share is named once. */
export function resourcesOf(shop: ResolvedShop, { service, resources, then = [] }: Assignment): OrderView['resources'] {
  const seen = new Set<string>()
  return [{ service, resources }, ...then].flatMap((part) => {
    const requirements = shop.services.get(part.service)?.requirements
    const roleOf = (post: string): string => post.split(':')[0] ?? post
    const posts = requirements
      ? requirements.flatMap(({ role }) => Object.keys(part.resources).filter((post) => roleOf(post) === role))
      : Object.keys(part.resources)
    return posts.flatMap((post) => {
      const role = roleOf(post)
      const id = part.resources[post]
      if (id === undefined || seen.has(`${role} ${id}`)) return []
      seen.add(`${role} ${id}`)
      const title = requirements?.find((requirement) => requirement.role === role)?.title
      return [{ role: called(title, role), name: called(shop.resources.get(id)?.name, id) }]
    })
  })
}

/** Where each person sits, in the order of the places. */
export const seatTitles = (shop: ResolvedShop, order: Seated): OrderView['seats'] =>
  seatsThatStand(order).map(({ place, room, number, numbered }) => ({
    place,
    room: called(shop.resources.get(room)?.name, room),
    number: numbered ? number : null,
  }))
