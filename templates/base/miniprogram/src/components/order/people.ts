import type { Answers } from '@/api/calls'
import { nameIn } from '@/booking/participants'
import { formIn } from '@/shop/store'
import type { PublicService, PublicShop } from '@/kaidian/booking'

interface Filled {
  readonly answers: Answers
  readonly participants: readonly Answers[]
}

/** Index in `participants` of the person of a place; below zero where that person fills in no form. */
export const participantAt = (service: PublicService | undefined, place: number): number =>
  service?.participants ? (service.participants.who === 'companions' ? place - 1 : place) : -1

/** The names of so many people, in the order of their places, as far as the forms tell them; otherwise `fallback` of their number. */
export const namesOf = (
  shop: PublicShop,
  service: PublicService | undefined,
  people: number,
  { answers, participants }: Filled,
  fallback: (number: number) => string,
): readonly string[] => {
  const order = formIn(shop, service?.form)
  const each = formIn(shop, service?.participants?.form)
  return Array.from({ length: people }, (_, place) => {
    const at = participantAt(service, place)
    const own = at >= 0 && each ? nameIn(each, participants[at] ?? {}) : ''
    // Who comes with companions, or alone, is the one who books.
    const isBooker = at < 0 && place === 0 && order
    return own || (isBooker && nameIn(order, answers)) || fallback(place + 1)
  })
}
