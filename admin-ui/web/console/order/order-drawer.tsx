import { Drawer } from 'antd'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useOrder } from '../server/queries.ts'
import { useWords } from '../words.ts'
import { useOpenedOrder } from './open-order.ts'
import { OrderPage } from './order-page.tsx'
import './order.css'

/** The order named in the address, over whatever page is there: a whole screen on a phone. */
export function OrderDrawer() {
  const { t } = useWords()
  const narrow = useNarrow()
  const { id, close } = useOpenedOrder()
  const order = useOrder(id)
  return (
    <Drawer
      open={id !== null}
      onClose={close}
      size={narrow ? '100%' : 600}
      title={
        order.data && id !== null
          ? t('order.heading', { number: order.data.number })
          : t(order.isError ? 'failed' : 'loading')
      }
      closable={{ 'aria-label': t('close'), placement: 'end' }}
      destroyOnHidden
      rootClassName="order-drawer"
    >
      {id !== null && order.isPending && <Loading />}
      {order.isError && !order.data && <Failed error={order.error} retry={() => void order.refetch()} />}
      {order.data && <OrderPage key={order.data.id} order={order.data} />}
    </Drawer>
  )
}
