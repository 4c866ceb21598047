import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { Customer, Membership } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { MembershipSelect } from './membership-select.tsx'

export function CustomerTable(props: {
  readonly customers: readonly Customer[]
  readonly memberships: readonly Membership[]
  /** Shows what a customer holds. */
  readonly open: (customer: Customer) => void
}) {
  const { t } = useWords()
  const { at } = useShop()
  const columns: TableColumnsType<Customer> = [
    { key: 'name', title: t('customers.name'), render: (_, { name }) => name ?? t('customers.unnamed') },
    {
      key: 'phone',
      title: t('customers.phone'),
      render: (_, { phone }) => <span className="figure">{phone ?? '—'}</span>,
    },
    {
      key: 'visits',
      title: t('customers.visits'),
      align: 'right',
      render: (_, { visits }) => <span className="figure">{visits}</span>,
    },
    {
      key: 'since',
      title: t('customers.since'),
      render: (_, { createdAt }) => <span className="figure">{at(createdAt)}</span>,
    },
    {
      key: 'membership',
      title: t('customers.membership'),
      width: 200,
      render: (_, customer) => <MembershipSelect customer={customer} memberships={props.memberships} />,
    },
    {
      key: 'holdings',
      title: <span className="visually-hidden">{t('office.holdings.open')}</span>,
      align: 'right',
      render: (_, customer) => (
        <Button size="small" onClick={() => props.open(customer)} data-testid={`holdings-${customer.id}`}>
          {t('office.holdings.open')}
        </Button>
      ),
    },
  ]
  return (
    <Table
      className="panel customer-table"
      rowKey="id"
      columns={columns}
      dataSource={[...props.customers]}
      pagination={false}
    />
  )
}
