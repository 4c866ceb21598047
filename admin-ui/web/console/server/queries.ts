import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../words.ts'
import { call, callForFile, ServerError } from './client.ts'
import type { CustomerPage, Holdings, OrderDetail, OrderPage, PublicShop, Today, Waitlist } from './shapes.ts'

/** As a state to filter by: those whose invoice was asked for and not made out. */
export const INVOICE_WANTED = 'invoice'

export interface OrderFilters {
  readonly day: string
  readonly state: string
  readonly q: string
  readonly page: string
}

const filledIn = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

export const useShopQuery = () =>
  useQuery({
    queryKey: ['shop'],
    queryFn: ({ signal }) => call<PublicShop>('shop', { signal }),
    staleTime: 60_000,
  })

/** `day` '' means today, as the shop's server sees it. */
export const useToday = (day: string) =>
  useQuery({
    queryKey: ['today', day],
    queryFn: ({ signal }) =>
      call<Today>(day === '' ? 'console/today' : `console/today?day=${encodeURIComponent(day)}`, { signal }),
    // A console stays open overnight; today must become tomorrow.
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })

/** As the server takes them. */
const asked = ({ state, ...rest }: OrderFilters) =>
  filledIn(state === INVOICE_WANTED ? { ...rest, invoice: 'asked' } : { ...rest, state })

export const ordersQuery = (filters: OrderFilters) => ({
  queryKey: ['orders', filters],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call<OrderPage>('console/order-searches', { method: 'POST', body: asked(filters), signal }),
})

export const useOrders = (filters: OrderFilters) =>
  useQuery({ ...ordersQuery(filters), placeholderData: keepPreviousData })

export const orderQuery = (id: string) => ({
  queryKey: ['order', id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call<OrderDetail>(`console/orders/${encodeURIComponent(id)}`, { signal }),
})

export const useOrder = (id: string | null) => useQuery({ ...orderQuery(id ?? ''), enabled: id !== null })

export const customersQuery = (q: string) => ({
  queryKey: ['customers', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call<CustomerPage>('console/customer-searches', { method: 'POST', body: filledIn({ q }), signal }),
})

export const useCustomers = (q: string) => useQuery({ ...customersQuery(q), placeholderData: keepPreviousData })

/** Orders that wait for the shop's yes, the longest waiting first; as many as one page holds. */
export const useAwaiting = () =>
  useQuery({
    queryKey: ['orders', 'awaiting'],
    queryFn: async ({ signal }) => {
      const { orders } = await call<OrderPage>('console/orders?state=awaiting_approval', { signal })
      return orders.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    },
    placeholderData: keepPreviousData,
  })

export const useWaitlist = () =>
  useQuery({
    queryKey: ['waitlist'],
    queryFn: ({ signal }) => call<Waitlist>('console/waitlist', { signal }),
    // Joining a line is told by no event of an order.
    refetchInterval: 30_000,
  })

export const holdingsKey = (customer: string) => ['holdings', customer] as const

/** Passes, memberships and stored value of one customer. */
export const useHoldings = (customer: string) =>
  useQuery({
    queryKey: holdingsKey(customer),
    queryFn: ({ signal }) =>
      call<Holdings>(`console/customers/${encodeURIComponent(customer)}/entitlements`, { signal }),
  })

/** Each look is recorded by the server, so a file is fetched once. */
export const useUpload = (id: string) =>
  useQuery({
    queryKey: ['upload', id],
    queryFn: ({ signal }) => callForFile(`uploads/${encodeURIComponent(id)}`, { signal }),
    staleTime: Infinity,
    retry: false,
  })

/** After something happened to an order: everything on screen that may show it is fetched again. */
export function useRefreshOrders(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['today'], ['orders'], ['order'], ['customers'], ['waitlist'], ['holdings'], ['attendees']])
      void queries.invalidateQueries({ queryKey })
  }
}

/** An error in the words of the person at the counter. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useWords()
  return (error) => {
    if (!(error instanceof ServerError)) return t('failed')
    return error.code === 'NETWORK' ? t('offline') : error.message
  }
}
