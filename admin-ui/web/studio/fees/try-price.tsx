import { Alert, DatePicker, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useDraftState } from '../draft/draft-context.ts'
import { judge } from '../draft/judge.ts'
import { priceOf } from '../money/yuan.ts'
import { Section } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { QuoteTable } from './quote-table.tsx'
import { tryPrice, type Trial } from './trial.ts'

/** Chooses a booking and shows its bill, computed in the page by the very rules that run in the shop. */
export function TryPrice() {
  const { t, language } = useWords()
  const document = useDraftState((state) => state.document)
  const shop = useMemo(() => judge(document).shop, [document])
  const [trial, setTrial] = useState<Trial>({
    service: '',
    offering: '',
    day: dayjs().add(2, 'day').format('YYYY-MM-DD'),
    time: '',
    options: {},
    membership: '',
    visits: 1,
  })
  const change = (next: Partial<Trial>): void => setTrial({ ...trial, ...next })
  const outcome = useMemo(() => (shop ? tryPrice(shop, trial, new Date()) : null), [shop, trial])
  const say = (words: { readonly 'zh-CN': string; readonly en?: string }): string => words[language] ?? words['zh-CN']
  if (!shop || !outcome)
    return (
      <Section title={t('fees.try')}>
        <p className="quiet">{t('fees.trySound')}</p>
      </Section>
    )
  const { service } = outcome
  return (
    <Section title={t('fees.try')} intro={t('fees.tryIntro')}>
      <div className="triple" data-testid="try-price">
        <Form.Item label={t('fees.tryService')}>
          <Select
            value={service.id}
            data-testid="try-service"
            options={[...shop.services.values()].map(({ id, title }) => ({ value: id, label: say(title) }))}
            onChange={(id: string) => change({ service: id, offering: '', options: {}, time: '' })}
          />
        </Form.Item>
        <Form.Item label={t('fees.tryOffering')}>
          <Select
            value={outcome.offering}
            data-testid="try-offering"
            options={service.offerings.map(({ id, title, price }) => ({
              value: id,
              label: `${say(title)} ${priceOf(price)}`,
            }))}
            onChange={(offering: string) => change({ offering, time: '' })}
          />
        </Form.Item>
        {service.options.map((option) => (
          <Form.Item key={option.id} label={say(option.title)}>
            <Select
              value={outcome.options[option.id] ?? null}
              options={option.choices.map(({ id, title }) => ({ value: id, label: say(title) }))}
              onChange={(choice: string) => change({ options: { ...outcome.options, [option.id]: choice } })}
            />
          </Form.Item>
        ))}
        <Form.Item label={t('fees.tryDay')}>
          <DatePicker
            style={{ width: '100%' }}
            allowClear={false}
            value={dayjs(trial.day)}
            onChange={(day) => change({ day: day?.format('YYYY-MM-DD') ?? trial.day, time: '' })}
          />
        </Form.Item>
        <Form.Item label={t('fees.tryTime')}>
          <Select
            value={outcome.time === '' ? null : outcome.time}
            disabled={outcome.times.length === 0}
            options={outcome.times.map((time) => ({ value: time, label: time }))}
            onChange={(time: string) => change({ time })}
          />
        </Form.Item>
        <Form.Item label={t('fees.tryMember')}>
          <Select
            value={trial.membership}
            data-testid="try-member"
            options={[
              { value: '', label: t('fees.guest') },
              ...[...shop.memberships].map(([id, title]) => ({ value: id, label: say(title) })),
            ]}
            onChange={(membership: string) => change({ membership })}
          />
        </Form.Item>
        <Form.Item label={t('fees.tryVisits')}>
          <Input
            inputMode="numeric"
            value={String(trial.visits)}
            data-testid="try-visits"
            onChange={({ target }) => {
              if (/^\d{0,4}$/.test(target.value)) change({ visits: Number(target.value) })
            }}
          />
        </Form.Item>
      </div>
      {outcome.quote ? (
        <QuoteTable quote={outcome.quote} />
      ) : (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('fees.anyTime', { reason: outcome.reason ? say(outcome.reason) : '—' })}
        />
      )}
    </Section>
  )
}
