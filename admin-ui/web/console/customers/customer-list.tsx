import { Button } from 'antd'
import type { Customer, Membership } from '../server/shapes.ts'
import { useWords } from '../words.ts'
import { MembershipSelect } from './membership-select.tsx'

/** Customers on a phone. */
export function CustomerList(props: {
  readonly customers: readonly Customer[]
  readonly memberships: readonly Membership[]
  /** Shows what a customer holds. */
  readonly open: (customer: Customer) => void
}) {
  const { t } = useWords()
  return (
    <ul className="panel customers">
      {props.customers.map((customer) => (
        <li key={customer.id}>
          <div>
            <strong>{customer.name ?? t('customers.unnamed')}</strong>
            <span className="quiet figure">
              {customer.phone ?? '—'} · {t('customers.visits')} {customer.visits}
            </span>
          </div>
          <MembershipSelect customer={customer} memberships={props.memberships} />
          <Button onClick={() => props.open(customer)} data-testid={`holdings-${customer.id}`}>
            {t('office.holdings.open')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
