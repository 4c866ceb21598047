import { CheckCircleFilled } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { Loading } from '../layout/states.tsx'
import { call } from '../server/client.ts'
import { useErrorWords, useRefreshOrders } from '../server/queries.ts'
import type { Discrepancy, Reconciliation } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { FoundOrder } from './found-order.tsx'
import '../queue.css'
import './reconciliation.css'

/** The server's own bound. */
const MOST_DAYS = 366

/** Holds books, places and money against one another, and tells in plain words what does not agree. */
export default function ReconciliationPage() {
  const { t } = useWords()
  const { at } = useShop()
  const wordsOf = useErrorWords()
  const refresh = useRefreshOrders()
  const [payDays, setPayDays] = useState(0)
  const run = useMutation({
    mutationFn: (mend: boolean) =>
      call<Reconciliation>('console/reconciliations', { method: 'POST', body: { payDays, mend } }),
    onSuccess: (_, mend) => {
      if (mend) refresh()
    },
  })
  const result = run.data
  const open = result?.found.filter(({ mended }) => !mended) ?? []
  return (
    <>
      <div className="page-head">
        <h1>{t('office.reconciliation.heading')}</h1>
        <p className="quiet page-intro">{t('office.reconciliation.intro')}</p>
      </div>
      <div className="panel reconcile">
        <label className="reconcile-days">
          {t('office.reconciliation.payDays')}
          <InputNumber
            min={0}
            max={MOST_DAYS}
            precision={0}
            value={payDays}
            onChange={(days) => setPayDays(days ?? 0)}
            data-testid="pay-days"
          />
          {t('office.reconciliation.payDaysAfter')}
        </label>
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate(false)} data-testid="reconcile">
          {t('office.reconciliation.run')}
        </Button>
      </div>
      {run.isPending && (
        <>
          <p className="quiet" role="status">
            {t('office.reconciliation.running')}
          </p>
          <Loading />
        </>
      )}
      {run.isError && <Alert type="error" showIcon role="alert" title={wordsOf(run.error)} />}
      {!result && !run.isPending && !run.isError && (
        <p className="panel empty reconcile-result">{t('office.reconciliation.never')}</p>
      )}
      {result && !run.isPending && (
        <section className="panel lines" data-testid="reconciliation" data-found={result.found.length}>
          <h2 className={result.found.length === 0 ? 'agrees' : undefined}>
            <span>
              {result.found.length === 0 ? (
                <>
                  <CheckCircleFilled aria-hidden /> {t('office.reconciliation.agrees')}
                </>
              ) : (
                t('office.reconciliation.found', { count: result.found.length })
              )}
            </span>
            <span className="quiet">{t('office.reconciliation.at', { at: at(result.at) })}</span>
          </h2>
          <p className="quiet reconcile-checked figure">{t('office.reconciliation.checked', { ...result.checked })}</p>
          <ol>
            {result.found.map((one) => (
              <Found key={`${one.code} ${one.subject}`} one={one} />
            ))}
          </ol>
          {open.length > 0 && (
            <div className="reconcile-mend">
              <Button onClick={() => run.mutate(true)} data-testid="mend">
                {t('office.reconciliation.mend')}
              </Button>
              <span className="quiet">{t('office.reconciliation.mendHint')}</span>
            </div>
          )}
        </section>
      )}
    </>
  )
}

function Found({ one }: { readonly one: Discrepancy }) {
  const { t } = useWords()
  const { say } = useShop()
  return (
    <li className="found" data-testid="discrepancy" data-code={one.code}>
      <span className={one.mended ? 'state state-checked_in' : 'state state-no_show'}>
        {t(one.mended ? 'office.reconciliation.mended' : 'office.reconciliation.unmended')}
      </span>
      <span>
        {say(one.words)}
        <span className="quiet found-subject figure">
          {t('office.reconciliation.subject', { subject: one.subject })}
          {one.detail !== null && ` · ${one.detail}`}
        </span>
      </span>
      <FoundOrder subject={one.subject} />
    </li>
  )
}
