import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { yuanShort } from '../format.ts'
import { Failed, Loading } from '../layout/states.tsx'
import { ActionDialog } from '../order/action-dialog.tsx'
import { useOpenOrder } from '../order/open-order.ts'
import { useAwaiting } from '../server/queries.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import '../queue.css'

interface Asked {
  readonly action: 'approve' | 'reject'
  readonly order: ConsoleOrder
}

/** Orders that wait for the shop's yes, the longest waiting first. */
export default function ApprovalsPage() {
  const { t } = useWords()
  const { message } = App.useApp()
  const awaiting = useAwaiting()
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <>
      <div className="page-head">
        <h1>{t('office.approvals.heading')}</h1>
        <p className="quiet page-intro">{t('office.approvals.intro')}</p>
      </div>
      {awaiting.isPending && <Loading />}
      {awaiting.isError && !awaiting.data && <Failed error={awaiting.error} retry={() => void awaiting.refetch()} />}
      {awaiting.data?.length === 0 && <p className="panel empty">{t('office.approvals.none')}</p>}
      <ul className="queue">
        {awaiting.data?.map((order) => (
          <Application key={order.id} order={order} decide={(action) => setAsked({ action, order })} />
        ))}
      </ul>
      {asked && (
        <ActionDialog
          key={`${asked.action} ${asked.order.id}`}
          action={asked.action}
          order={asked.order}
          close={() => setAsked(null)}
          done={(words) => {
            setAsked(null)
            void message.success(words)
          }}
        />
      )}
    </>
  )
}

function Application(props: { readonly order: ConsoleOrder; readonly decide: (action: Asked['action']) => void }) {
  const { t } = useWords()
  const { at, what, when } = useShop()
  const open = useOpenOrder()
  const { order, decide } = props
  return (
    <li className="panel queue-row" data-testid={`approval-${order.number}`}>
      <div className="queue-what">
        <strong>
          {order.customer.name ?? t('customers.unnamed')} <span className="quiet figure">{order.customer.phone}</span>
        </strong>
        <span>{what(order)}</span>
        <span className="figure">{when(order)}</span>
        <span className="quiet figure">
          {yuanShort(order.quote.total)} · {t(`money.${order.money.state}`)} ·{' '}
          {t('office.approvals.since', { at: at(order.createdAt) })}
        </span>
      </div>
      <div className="queue-buttons">
        <Button onClick={() => open(order.id)} data-testid={`order-open-${order.id}`}>
          {t('office.approvals.open')}
        </Button>
        <Button danger icon={<CloseOutlined />} onClick={() => decide('reject')} data-testid={`reject-${order.number}`}>
          {t('dealings.reject')}
        </Button>
        <Button
          type="primary"
          icon={<CheckOutlined />}
          onClick={() => decide('approve')}
          data-testid={`approve-${order.number}`}
        >
          {t('dealings.approve')}
        </Button>
      </div>
    </li>
  )
}
