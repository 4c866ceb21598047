import { newDraft } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import type { PublicService, WaitlistView } from '@/kaidian/booking'

/** A booking begun from what was offered to somebody in a line: held already, to be filled in and paid. */
export const draftOf = (service: PublicService, { selection, hold, day, time }: WaitlistView): Draft => ({
  ...newDraft(service),
  offering: selection.offering ?? hold?.selection.offering ?? null,
  addOns: selection.addOns ?? {},
  people: hold?.selection.places.length ?? selection.people ?? service.people.min,
  places: (selection.places ?? []).map((place) => ({ ...place, addOns: place.addOns ?? {} })),
  session: selection.session
    ? { id: selection.session, title: null, day: day ?? '', time: time ?? '', endTime: '', days: [] }
    : null,
  hold,
})
