import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useOrders } from '../server/queries.ts'
import { useWords } from '../words.ts'
import { chosenIn, withChosen, type Chosen } from './chosen.ts'
import { Filters } from './filters.tsx'
import { OrderCards } from './order-cards.tsx'
import { OrderTable } from './order-table.tsx'

/** All orders, newest first as the server gives them; day and state are in the address, what is typed is not. */
export default function OrdersPage() {
  const { t } = useWords()
  const narrow = useNarrow()
  const [params, setParams] = useSearchParams()
  const [q, setQ] = useState('')
  const filters: Chosen = { ...chosenIn(params), q }
  const asked = [filters.day, filters.state, q].join('\n')
  // Pages are followed by the server's marks, so the way back is remembered here.
  const [trail, setTrail] = useState<{ readonly asked: string; readonly pages: readonly string[] }>({
    asked,
    pages: [],
  })
  const pages = trail.asked === asked ? trail.pages : []
  const orders = useOrders({ ...filters, page: pages.at(-1) ?? '' })

  const choose = (changes: Partial<Chosen>): void => {
    if (changes.q !== undefined) setQ(changes.q)
    setParams((now) => withChosen(now, changes), { replace: true })
  }

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
