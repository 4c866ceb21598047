import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { orderQuery, useRefreshOrders } from './server/queries.ts'
import { useLive } from './server/live.ts'
import type { ShopEvent } from './server/shapes.ts'
import { useOpenedOrder, useOpenOrder } from './order/open-order.ts'
import { useShop } from './shop.tsx'
import { useWords } from './words.ts'

/** A new booking is one that has become firm; an unpaid attempt is no news. */
const isNewBooking = (type: string): boolean => /(^|\.)confirmed$/.test(type)

/** Keeps what is on screen true while others book, and says quietly when a booking comes in. */
export function News({ onConnection }: { readonly onConnection: (up: boolean) => void }) {
  const { t } = useWords()
  const { begins, what } = useShop()
  const { notification } = App.useApp()
  const refresh = useRefreshOrders()
  const queries = useQueryClient()
  const open = useOpenOrder()
  const { id: opened } = useOpenedOrder()

  const tell = async (event: ShopEvent): Promise<void> => {
    const order = await queries.fetchQuery(orderQuery(event.order)).catch(() => null)
    if (!order) return
    notification.open({
      key: order.id,
      role: 'status',
      title: t('live.newOrder'),
      description: `${begins(order)} · ${what(order)}`,
      duration: 8,
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(order.id)
            open(order.id)
          }}
        >
          {t('live.open')}
        </Button>
      ),
    })
  }

  useLive((events) => {
    refresh()
    for (const event of events) if (isNewBooking(event.type) && event.order !== opened) void tell(event)
  }, onConnection)
  return null
}
