import type { Shop } from '@kaidian/schemas'
import { salon } from '../example.ts'

export const STYLISTS = 40
/** Whole hours from ten to nine; a cut with its break after it takes an hour. */
export const HOURS = Array.from({ length: 11 }, (_, index) => 10 + index)
export const DAYS = 60

export const stylistId = (index: number): string => `stylist-${index + 1}`

/** A big salon that never closes for a day, so that each caller finds a time of its own. */
export function bigSalon(): Shop {
  const shop = salon()
  const first = shop.resources?.[0]
  const cut = shop.services.find(({ id }) => id === 'cut')
  if (!first || !cut) throw new Error('The salon of the examples has changed.')
  const { schedule: _, ...stylist } = first
  return {
    ...shop,
    id: 'bench',
    hours: { weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '10:00', to: '21:00' }] },
    resources: Array.from({ length: STYLISTS }, (_, index) => ({
      ...stylist,
      id: stylistId(index),
      level: 'designer',
      tags: ['cut'],
    })),
    services: [
      {
        ...cut,
        duration: 50,
        buffer: { after: 10 },
        offerings: cut.offerings.filter(({ level }) => level === 'designer'),
      },
    ],
    policies: { ...shop.policies, booking: { ...shop.policies?.booking, notice: 0, horizon: DAYS + 5, step: 60 } },
  }
}
