import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { BookingStateTag } from '../booking-state.tsx'
import { yuan } from '../format.ts'
import { useOpenOrder } from '../order/open-order.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

/** The list of orders on a desk's screen; a click anywhere on a row opens it, the keyboard uses its button. */
export function OrderTable({ orders }: { readonly orders: readonly ConsoleOrder[] }) {
  const { t } = useWords()
  const { what, when } = useShop()
  const open = useOpenOrder()
  const columns: TableColumnsType<ConsoleOrder> = [
    { key: 'number', title: t('orders.number'), render: (_, { number }) => <span className="number">{number}</span> },
    {
      key: 'state',
      title: t('orders.state'),
      render: (_, order) => <BookingStateTag order={order} />,
    },
    {
      key: 'time',
      title: t('orders.time'),
      render: (_, order) => <span className="figure order-time">{when(order)}</span>,
    },
    {
      key: 'service',
      title: t('orders.service'),
      render: (_, order) => <span className="order-service">{what(order)}</span>,
    },
    {
      key: 'customer',
      title: t('orders.customer'),
      render: (_, { customer }) => (
        <>
          {customer.name ?? t('customers.unnamed')} <span className="quiet figure">{customer.phone}</span>
        </>
      ),
    },
    {
      key: 'total',
      title: t('orders.total'),
      align: 'right',
      render: (_, { quote }) => <span className="money">{yuan(quote.total)}</span>,
    },
    { key: 'money', title: t('orders.payment'), render: (_, { money }) => t(`money.${money.state}`) },
    {
      key: 'open',
      title: <span className="visually-hidden">{t('orders.open')}</span>,
      align: 'right',
      render: (_, { id, number }) => (
        <Button
          size="small"
          data-testid={`order-open-${id}`}
          aria-label={t('orders.openOrder', { number })}
          onClick={(event) => {
            event.stopPropagation()
            open(id)
          }}
        >
          {t('orders.open')}
        </Button>
      ),
    },
  ]
  return (
    <Table
      className="panel order-table"
      rowKey="id"
      columns={columns}
      dataSource={[...orders]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      onRow={(order) =>
        ({
          'data-testid': `order-row-${order.number}`,
          onClick: () => open(order.id),
        }) as React.HTMLAttributes<HTMLElement>
      }
    />
  )
}
