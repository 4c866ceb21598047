import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { orderQuery, useRefreshOrders } from './server/queries.ts'
import { useLive } from './server/live.ts'
import type { ShopEvent } from './server/shapes.ts'
import { useOpenedOrder, useOpenOrder } from './order/open-order.ts'
import { useShop } from './shop.tsx'
import { useWords } from './words.ts'

/** What staff are told of. A new booking is one that has become firm; an unpaid attempt is no news. */
const NEWS = {
  'order.confirmed': 'live.newOrder',
  'order.awaiting_approval': 'office.news.approval',
  'order.balance_overdue': 'office.news.balanceOverdue',
  'order.cancelled': 'office.news.cancelled',
  'order.partly_cancelled': 'office.news.partlyCancelled',
  'order.rescheduled': 'office.news.rescheduled',
  'order.transferred': 'office.news.transferred',
  'refund.failed': 'office.news.refundFailed',
  'invoice.asked': 'office.news.invoice',
} as const

const newsOf = (type: string): (typeof NEWS)[keyof typeof NEWS] | null =>
  Object.hasOwn(NEWS, type) ? NEWS[type as keyof typeof NEWS] : null

/** Keeps what is on screen true while others book, and says quietly when a booking comes in. */
export function News({ onConnection }: { readonly onConnection: (up: boolean) => void }) {
  const { t } = useWords()
  const { begins, what } = useShop()
  const { notification } = App.useApp()
  const refresh = useRefreshOrders()
  const queries = useQueryClient()
  const open = useOpenOrder()
  const { id: opened } = useOpenedOrder()

  const tell = async (event: ShopEvent, word: NonNullable<ReturnType<typeof newsOf>>): Promise<void> => {
    const order = await queries.fetchQuery(orderQuery(event.order)).catch(() => null)
    if (!order) return
    notification.open({
      key: order.id,
      role: 'status',
      title: t(word),
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
    for (const event of events) {
      const word = newsOf(event.type)
      // What is on screen needs no telling.
      if (word !== null && event.order !== opened) void tell(event, word)
    }
  }, onConnection)
  return null
}
