import { SearchOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { dayWords } from '../format.ts'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useOrders } from '../server/queries.ts'
import { useWords } from '../words.ts'
import { OrderCards } from './order-cards.tsx'
import { OrderTable } from './order-table.tsx'
import { ORDER_STATES } from './order-states.ts'

const FILTERS = ['day', 'state', 'q'] as const
type Filter = (typeof FILTERS)[number]

/** All orders, newest first as the server gives them; what is asked for is in the address. */
export default function OrdersPage() {
  const { t } = useWords()
  const narrow = useNarrow()
  const [params, setParams] = useSearchParams()
  const filters = { day: params.get('day') ?? '', state: params.get('state') ?? '', q: params.get('q') ?? '' }
  const asked = FILTERS.map((filter) => filters[filter]).join('\n')
  // Pages are followed by the server's marks, so the way back is remembered here.
  const [trail, setTrail] = useState<{ readonly asked: string; readonly pages: readonly string[] }>({
    asked,
    pages: [],
  })
  const pages = trail.asked === asked ? trail.pages : []
  const orders = useOrders({ ...filters, page: pages.at(-1) ?? '' })

  const choose = (changes: Partial<Record<Filter, string>>): void =>
    setParams(
      (now) => {
        for (const [filter, value] of Object.entries(changes))
          if (value === '') now.delete(filter)
          else now.set(filter, value)
        return now
      },
      { replace: true },
    )

  const filtered = asked.trim() !== ''
  const list = orders.data?.orders ?? []
  return (
    <>
      <div className="page-head">
        <h1>{t('orders.heading')}</h1>
      </div>
      <Filters filters={filters} choose={choose} />
      {orders.isPending && <Loading />}
      {orders.isError && !orders.data && <Failed error={orders.error} retry={() => void orders.refetch()} />}
      {orders.data && (
        <div className={orders.isPlaceholderData ? 'stale' : undefined} aria-busy={orders.isPlaceholderData}>
          {list.length === 0 ? (
            <div className="panel empty">
              <p>{t(filtered ? 'orders.noneMatch' : 'orders.none')}</p>
              {filtered && <Button onClick={() => choose({ day: '', state: '', q: '' })}>{t('orders.clear')}</Button>}
            </div>
          ) : narrow ? (
            <OrderCards orders={list} />
          ) : (
            <OrderTable orders={list} />
          )}
          {(pages.length > 0 || orders.data.next !== null) && (
            <div className="pager">
              <Button disabled={pages.length === 0} onClick={() => setTrail({ asked, pages: pages.slice(0, -1) })}>
                {t('orders.previousPage')}
              </Button>
              <span className="figure quiet">{t('orders.page', { page: pages.length + 1 })}</span>
              <Button
                disabled={orders.data.next === null}
                onClick={() => setTrail({ asked, pages: [...pages, orders.data.next ?? ''] })}
              >
                {t('orders.nextPage')}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  )
}

function Filters(props: {
  readonly filters: Readonly<Record<Filter, string>>
  readonly choose: (changes: Partial<Record<Filter, string>>) => void
}) {
  const { t, language } = useWords()
  const { filters, choose } = props
  const [typed, setTyped] = useState(filters.q)
  useEffect(() => setTyped(filters.q), [filters.q])
  useEffect(() => {
    if (typed.trim() === filters.q) return
    const timer = setTimeout(() => choose({ q: typed.trim() }), 350)
    return () => clearTimeout(timer)
    // Only typing starts the wait.
  }, [typed]) // eslint-disable-line
  return (
    <div className="filters" role="search">
      <Input
        className="filters-search"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('orders.search')}
        aria-label={t('orders.searchLabel')}
        data-testid="orders-search"
        allowClear
        maxLength={40}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={() => choose({ q: typed.trim() })}
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
        ]}
      />
    </div>
  )
}
