import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useOrders } from '../server/queries.ts'
import { useWords } from '../words.ts'
import { FILTERS, Filters, type Chosen } from './filters.tsx'
import { OrderCards } from './order-cards.tsx'
import { OrderTable } from './order-table.tsx'

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

  const choose = (changes: Partial<Chosen>): void =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        for (const [filter, value] of Object.entries(changes))
          if (value === '') next.delete(filter)
          else next.set(filter, value)
        return next
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
