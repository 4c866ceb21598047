import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { call } from '../server/client.ts'
import { useErrorWords } from '../server/queries.ts'
import type { OrderDetail, Revealed } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { AnswerPairs, Pair, useAnswerWords } from './answer-list.tsx'
import { answerRows } from './answer-rows.ts'
import { LaterAnswers } from './later-answers.tsx'
import { Participants } from './participants.tsx'

/** Who comes and what they wrote, masked until someone asks to see it; the server keeps a record of that. */
export function Answers({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { shop } = useShop()
  const words = useAnswerWords()
  const wordsOf = useErrorWords()
  const reveal = useMutation({
    mutationFn: () =>
      call<Revealed>(`console/orders/${encodeURIComponent(order.id)}/reveal`, { method: 'POST', body: {} }),
  })
  const form = shop.services.find(({ id }) => id === order.selection.service)?.form
  const fields = shop.forms.find(({ id }) => id === form)?.fields ?? []
  const rows = answerRows(fields, reveal.data?.answers ?? order.answers, words)
  const shown = reveal.data
    ? {
        ...order,
        participants: reveal.data.participants,
        invoice: order.invoice && { ...order.invoice, answers: order.invoice.answers && reveal.data.invoice },
        feedback: order.feedback && { ...order.feedback, answers: order.feedback.answers && reveal.data.feedback },
      }
    : order
  const kinds = new Set(rows.map(({ kind }) => kind))
  return (
    <>
      <section aria-labelledby="order-customer">
        <div className="section-head">
          <h2 id="order-customer">{t('order.customer')}</h2>
          {reveal.data ? (
            <Button size="small" icon={<EyeInvisibleOutlined />} onClick={() => reveal.reset()}>
              {t('order.conceal')}
            </Button>
          ) : (
            <>
              <span className="quiet">{t('order.revealNote')}</span>
              <Button
                size="small"
                icon={<EyeOutlined />}
                loading={reveal.isPending}
                data-testid="reveal"
                onClick={() => reveal.mutate()}
              >
                {t('order.reveal')}
              </Button>
            </>
          )}
        </div>
        {reveal.isError && <Alert type="error" showIcon role="alert" title={wordsOf(reveal.error)} />}
        <p className="quiet section-note" role="status">
          {reveal.data ? t('order.revealed') : ''}
        </p>
        <dl className="pairs">
          {!kinds.has('personName') && (
            <Pair label={t('order.name')} value={order.customer.name ?? t('customers.unnamed')} />
          )}
          {!kinds.has('phone') && order.customer.phone !== null && (
            <Pair label={t('order.phone')} value={order.customer.phone} />
          )}
          <AnswerPairs rows={rows} />
          <Pair
            label={t('order.visits')}
            value={
              order.customer.visits === 0
                ? t('order.firstVisit')
                : t('order.visitTimes', { count: order.customer.visits })
            }
          />
        </dl>
      </section>
      <Participants order={shown} />
      <LaterAnswers order={shown} />
    </>
  )
}
