import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../server/client.ts'
import type { ConsoleOrder, OrderPage } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { gatheringsOf, type Gathering } from './attendees.ts'

/** Of each kind of list; a page is 50 orders. */
const MOST_PAGES = 6
export const MOST_ORDERS = MOST_PAGES * 50

interface Asked {
  readonly day?: string
  readonly state?: string
}

async function allOf(asked: Asked, signal: AbortSignal): Promise<{ orders: ConsoleOrder[]; isWhole: boolean }> {
  const orders: ConsoleOrder[] = []
  let page: string | null = null
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const answer: OrderPage = await call<OrderPage>('console/order-searches', {
      method: 'POST',
      body: { ...asked, ...(page === null ? {} : { page }) },
      signal,
    })
    orders.push(...answer.orders)
    page = answer.next
    if (page === null) return { orders, isWhole: true }
  }
  return { orders, isWhole: false }
}

/**
 * Classes and events of a day with their attendees. An order is filed under the day it begins, so that courses and events of
 * several days are looked for among all that are confirmed.
 */
export function useAttendees(day: string) {
  const { shop } = useShop()
  const gathers = shop.services.some(({ mode }) => mode !== 'appointment')
  const lasts = shop.services.some(
    ({ mode, event, offerings }) =>
      (mode === 'session' && offerings.some(({ covers }) => covers === 'series')) ||
      (event !== null && event.endDay !== event.day),
  )
  return useQuery({
    queryKey: ['attendees', day],
    enabled: gathers && day !== '',
    queryFn: async ({ signal }): Promise<{ gatherings: readonly Gathering[]; isWhole: boolean }> => {
      const ofDay = await allOf({ day }, signal)
      const going = lasts ? await allOf({ state: 'confirmed' }, signal) : { orders: [], isWhole: true }
      const once = new Map([...ofDay.orders, ...going.orders].map((order) => [order.id, order]))
      return { gatherings: gatheringsOf([...once.values()], shop, day), isWhole: ofDay.isWhole && going.isWhole }
    },
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
}
