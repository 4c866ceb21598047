import Taro, { useDidShow, useReachBottom } from '@tarojs/taro'
import { ScrollView, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { fetchOrders } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { Action } from '@/components/action'
import { OrderCard } from '@/components/order/order-card'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { Tap, tabList } from '@/components/tap'
import { useTranslation } from '@/i18n'
import type { Messages } from '@/i18n'
import { signedIn } from '@/session/session'
import { token } from '@/session/token'
import { useStore } from '@/store'
import type { OrderState, OrderView, PublicShop } from '@/kaidian/booking'
import { usePullDown } from '@/shop/use-pull-down'
import './index.css'

type Filter = OrderState | undefined
type FilterRow = readonly [name: string, state: Filter, title: keyof Messages]

const FILTERS: readonly FilterRow[] = [
  ['all', undefined, 'all'],
  ['pending', 'pending', 'statePending'],
  ['awaiting', 'awaiting_approval', 'stateAwaitingApproval'],
  ['confirmed', 'confirmed', 'stateUpcoming'],
  ['completed', 'completed', 'stateCompleted'],
  ['cancelled', 'cancelled', 'stateCancelled'],
]

/** Where nothing needs an approval, nothing is awaited. */
const filtersOf = (shop: PublicShop): readonly FilterRow[] => {
  const approves = shop.services.some(({ offerings }) => offerings.some(({ approval }) => approval !== 'none'))
  return FILTERS.filter(([name]) => name !== 'awaiting' || approves)
}

interface Listed {
  readonly filter: Filter
  readonly orders: readonly OrderView[]
  readonly next: string | null
}

/** The customer's orders by state; the next page comes with scrolling. */
const OrdersPage = () => {
  const { t } = useTranslation()
  const session = useStore(token)
  const [filter, setFilter] = useState<Filter>(undefined)
  const [listed, setListed] = useState<Listed | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const round = useRef(0)

  const load = async (page?: string) => {
    const mine = ++round.current
    if (!token.get()) return
    try {
      const { orders, next } = await fetchOrders(filter, page)
      if (mine !== round.current) return
      setFailure(null)
      setListed((before) => ({ filter, next, orders: page && before ? [...before.orders, ...orders] : orders }))
    } catch (error) {
      if (mine === round.current) setFailure(sentenceOf(error))
    }
  }
  useDidShow(() => void load())
  useEffect(() => void load(), [filter, session])
  usePullDown(load)
  useReachBottom(() => {
    if (listed?.next) void load(listed.next)
  })

  const choose = (next: Filter) => {
    setFilter(next)
    setListed(null)
  }

  const list = (shop: PublicShop) => {
    if (!session)
      return (
        <Empty picture="orders" title={t.signInForOrders} hint={t.signInForOrdersHint}>
          <Action id="sign-in" kind="quiet" small onTap={signedIn}>
            {t.signIn}
          </Action>
        </Empty>
      )
    if (failure) return <Failure message={failure} onRetry={() => load()} />
    if (!listed) return <Skeleton heights={[92, 92, 92]} />
    if (listed.orders.length === 0)
      return (
        <Empty picture="orders" title={t.noOrders} hint={t.noOrdersHint}>
          <Action id="go-book" kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
            {t.goBook}
          </Action>
        </Empty>
      )
    return (
      <View id="orders-list">
        {listed.orders.map((order) => (
          <OrderCard key={order.id} order={order} shop={shop} />
        ))}
        {listed.next && (
          <Action id="orders-more" kind="plain" small onTap={() => load(listed.next ?? undefined)}>
            {t.more}
          </Action>
        )}
      </View>
    )
  }

  return (
    <Screen id="orders" tab title={t.orders} skeleton={[44, 92, 92, 92]}>
      {(shop) => (
        <>
          {session && (
            <ScrollView className="filters" scrollX enhanced showScrollbar={false}>
              <View className="filters-row" {...tabList}>
                {filtersOf(shop).map(([name, state, key]) => (
                  <Tap
                    key={name}
                    id={`orders-${name}`}
                    role="tab"
                    checked={filter === state}
                    className={`filter ${filter === state ? 'filter-chosen' : ''}`}
                    onTap={() => choose(state)}
                  >
                    {t[key] as string}
                  </Tap>
                ))}
              </View>
            </ScrollView>
          )}
          {list(shop)}
        </>
      )}
    </Screen>
  )
}

export default OrdersPage
