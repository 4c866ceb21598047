import { selectionOf } from './draft'
import type { Draft } from './draft'
import { plannedMinutes } from './price'
import { addMinutes, wallOf } from '@/format/date'
import type { Assignment, PublicService, PublicShop } from '@/kaidian/booking'

/** What is chosen as it will be ordered: as it is held, or for a line as far as the customer has chosen. */
export const chosenIn = (draft: Draft): Assignment => {
  if (draft.hold) return draft.hold.selection
  const selection = selectionOf(draft)
  const offering = draft.offering ?? draft.places[0]?.offering ?? ''
  const people = Array.from({ length: draft.people }, () => ({ addOns: {} }))
  return {
    service: draft.service,
    offering,
    start: draft.start?.start ?? null,
    end: null,
    ...(selection?.session ? { session: selection.session } : {}),
    resources: draft.resources,
    options: draft.options,
    addOns: draft.addOns,
    places: (draft.places.length > 0 ? draft.places : people).map((place) => ({ offering, ...place })),
  }
}

interface When {
  readonly day: string
  readonly time: string
  readonly endTime: string
  readonly days?: readonly string[]
}

const minutesBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 60_000

/** When it is, at the shop; null where there is no date. */
export const whenOf = (shop: PublicShop, service: PublicService, draft: Draft): When | null => {
  const { start, session, hold } = draft
  if (session) return session
  const { start: from = null, end: until = null, sessions = [] } = hold?.selection ?? {}
  if (service.mode === 'registration' || (!start && !from)) return service.event
  const begins = start ?? wallOf(new Date(from ?? ''), shop.zone)
  const days = sessions.map((instant) => wallOf(new Date(instant), shop.zone).day)
  // Of a whole series the end is that of the last session.
  const first = from && until && days.length < 2 ? minutesBetween(from, until) : null
  const minutes = first ?? (service.duration || plannedMinutes(shop, service, draft))
  return { day: begins.day, time: begins.time, endTime: addMinutes(begins.time, minutes), days }
}
