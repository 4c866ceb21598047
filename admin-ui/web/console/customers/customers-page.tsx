import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useCustomers } from '../server/queries.ts'
import type { Customer } from '../server/shapes.ts'
import { useWords } from '../words.ts'
import { CustomerList } from './customer-list.tsx'
import { CustomerTable } from './customer-table.tsx'
import { Holdings } from './holdings.tsx'
import './customers.css'

const TYPING = 350
/** The server tells no more at once. */
const MOST = 50

/** Who has booked here, how often they came, and what membership they have. */
export default function CustomersPage() {
  const { t } = useWords()
  const narrow = useNarrow()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), TYPING)
    return () => clearTimeout(timer)
  }, [typed])
  const customers = useCustomers(asked)
  const [opened, setOpened] = useState<Customer | null>(null)
  const list = customers.data?.customers ?? []
  const memberships = customers.data?.memberships ?? []
  return (
    <>
      <div className="page-head">
        <h1>{t('customers.heading')}</h1>
      </div>
      <div className="filters" role="search">
        <Input
          className="filters-search"
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('customers.search')}
          aria-label={t('customers.searchLabel')}
          data-testid="customers-search"
          allowClear
          maxLength={20}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {customers.isPending && <Loading />}
      {customers.isError && !customers.data && (
        <Failed error={customers.error} retry={() => void customers.refetch()} />
      )}
      {customers.data && (
        <div className={customers.isPlaceholderData ? 'stale' : undefined} aria-busy={customers.isPlaceholderData}>
          {list.length === 0 ? (
            <p className="panel empty">{t(asked === '' ? 'customers.noCustomers' : 'customers.noMatch')}</p>
          ) : narrow ? (
            <CustomerList customers={list} memberships={memberships} open={setOpened} />
          ) : (
            <CustomerTable customers={list} memberships={memberships} open={setOpened} />
          )}
          {list.length >= MOST && <p className="quiet">{t('customers.most', { count: MOST })}</p>}
        </div>
      )}
      {opened && <Holdings customer={opened} close={() => setOpened(null)} />}
    </>
  )
}
