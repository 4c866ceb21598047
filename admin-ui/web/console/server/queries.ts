import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../words.ts'
import { call, ServerError } from './client.ts'
import type { CustomerPage, OrderDetail, OrderPage, PublicShop, Today } from './shapes.ts'

export interface OrderFilters {
  readonly day: string
  readonly state: string
  readonly q: string
  readonly page: string
}

/** Leaves out what was not filled in. */
function query(path: string, fields: Readonly<Record<string, string>>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}

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
    queryFn: ({ signal }) => call<Today>(query('console/today', { day }), { signal }),
    // A console stays open overnight; today must become tomorrow.
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })

export const useOrders = (filters: OrderFilters) =>
  useQuery({
    queryKey: ['orders', filters],
    queryFn: ({ signal }) => call<OrderPage>(query('console/orders', { ...filters }), { signal }),
    placeholderData: keepPreviousData,
  })

export const orderQuery = (id: string) => ({
  queryKey: ['order', id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call<OrderDetail>(`console/orders/${encodeURIComponent(id)}`, { signal }),
})

export const useOrder = (id: string | null) => useQuery({ ...orderQuery(id ?? ''), enabled: id !== null })

export const useCustomers = (q: string) =>
  useQuery({
    queryKey: ['customers', q],
    queryFn: ({ signal }) => call<CustomerPage>(query('console/customers', { q }), { signal }),
    placeholderData: keepPreviousData,
  })

/** After something happened to an order: everything on screen that may show it is fetched again. */
export function useRefreshOrders(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [['today'], ['orders'], ['order'], ['customers']])
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
