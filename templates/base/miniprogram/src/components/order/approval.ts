import type { AssignedPlace, PublicOffering, PublicService } from '@/kaidian/booking'

/** The approval by staff that these places wait for; the one before payment counts first. */
export const approvalOf = (
  { offerings }: PublicService,
  places: readonly Pick<AssignedPlace, 'offering'>[],
): PublicOffering['approval'] => {
  const kinds = places.map((place) => offerings.find(({ id }) => id === place.offering)?.approval ?? 'none')
  return kinds.find((kind) => kind === 'beforePayment') ?? kinds.find((kind) => kind === 'afterPayment') ?? 'none'
}
