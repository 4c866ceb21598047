import { SearchOutlined } from '@ant-design/icons'
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { dayWords } from '../format.ts'
import { INVOICE_WANTED } from '../server/queries.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import type { Chosen } from './chosen.ts'
import { ORDER_STATES } from './order-states.ts'

interface Choosing {
  readonly filters: Chosen
  readonly choose: (changes: Partial<Chosen>) => void
}

const TYPING = 350

/** What is typed takes effect when the typing pauses. */
function useTyped(choosing: Choosing) {
  const { q } = choosing.filters
  const [typed, setTyped] = useState(q)
  const sent = useRef(q)
  // When the wait ends something else may have been chosen; that then stays.
  const latest = useRef(choosing)
  latest.current = choosing
  const search = (words: string): void => {
    sent.current = words.trim()
    if (sent.current !== latest.current.filters.q) latest.current.choose({ q: sent.current })
  }
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setTyped(q)
  }, [q])
  useEffect(() => {
    if (typed.trim() === sent.current) return undefined
    const timer = setTimeout(() => search(typed), TYPING)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped, search }
}

export function Filters(props: Choosing) {
  const { t, language } = useWords()
  const { filters, choose } = props
  const { typed, setTyped, search } = useTyped(props)
  const invoices = useShop().shop.services.some(({ invoice }) => invoice !== null)
  return (
    <div className="filters" role="search">
      <Input
        className="filters-search"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('orders.search')}
        aria-label={t('orders.searchLabel')}
        data-testid="orders-search"
        allowClear
        maxLength={64}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={() => search(typed)}
      />
      <DatePicker
        className="filters-day"
        aria-label={t('orders.day')}
        placeholder={t('orders.anyDay')}
        inputReadOnly
        format={(value) => dayWords(value.format('YYYY-MM-DD'), language)}
        value={filters.day === '' ? null : dayjs(filters.day)}
        onChange={(value) => choose({ day: value ? value.format('YYYY-MM-DD') : '' })}
      />
      <Select
        className="filters-state"
        aria-label={t('orders.state')}
        value={filters.state}
        onChange={(state) => choose({ state })}
        options={[
          { value: '', label: t('orders.anyState') },
          ...ORDER_STATES.map((state) => ({ value: state, label: t(`orderState.${state}`) })),
          ...(invoices ? [{ value: INVOICE_WANTED, label: t('orders.invoiceWanted') }] : []),
        ]}
      />
    </div>
  )
}
