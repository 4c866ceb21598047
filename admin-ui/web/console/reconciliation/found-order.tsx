import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useOpenOrder } from '../order/open-order.ts'
import { call } from '../server/client.ts'
import { useErrorWords } from '../server/queries.ts'
import type { OrderPage } from '../server/shapes.ts'
import { useWords } from '../words.ts'

const NUMBER = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** A way to the order where what was found names one. */
export function FoundOrder({ subject }: { readonly subject: string }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const wordsOf = useErrorWords()
  const open = useOpenOrder()
  const find = useMutation({
    mutationFn: () => call<OrderPage>('console/order-searches', { method: 'POST', body: { q: subject } }),
    onSuccess: ({ orders }) => {
      if (orders[0]) open(orders[0].id)
      else void message.info(t('orders.noneMatch'))
    },
    onError: (error) => void message.error(wordsOf(error)),
  })
  if (!NUMBER.test(subject)) return <span />
  return (
    <Button size="small" loading={find.isPending} onClick={() => find.mutate()}>
      {t('office.reconciliation.openOrder')}
    </Button>
  )
}
