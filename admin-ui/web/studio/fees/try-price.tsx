import { Alert, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useDraftState } from '../draft/draft-context.ts'
import { judge } from '../draft/judge.ts'
import { priceOf } from '../money/yuan.ts'
import { Section } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { QuoteTable } from './quote-table.tsx'
import { tryPrice, type Trial } from './trial.ts'
import { TryParty } from './try-party.tsx'

const FIRST: Trial = {
  service: '',
  offering: '',
  day: dayjs().add(2, 'day').format('YYYY-MM-DD'),
  time: '',
  session: '',
  duration: 0,
  people: 1,
  tickets: {},
  options: {},
  addOns: {},
  membership: '',
  visits: 1,
  code: '',
  plan: '',
  orderedOn: '',
  age: null,
}

/** Chooses a booking and shows its bill, computed in the page by the very rules that run in the shop. */
export function TryPrice() {
  const { t, language } = useWords()
  const document = useDraftState((state) => state.document)
  const shop = useMemo(() => judge(document).shop, [document])
  const [trial, setTrial] = useState<Trial>(FIRST)
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
  const isSession = service.mode === 'session'
  const hasCodes = shop.fees.some(({ code }) => code !== null)
  const plans = service.policies.payment.length > 1 ? service.policies.payment : []
  return (
    <Section title={t('fees.try')} intro={t('fees.tryIntro')}>
      <div className="triple" data-testid="try-price">
        <Form.Item label={t('fees.tryService')}>
          <Select
            value={service.id}
            data-testid="try-service"
            options={[...shop.services.values()].map(({ id, title }) => ({ value: id, label: say(title) }))}
            onChange={(id: string) =>
              setTrial({ ...FIRST, membership: trial.membership, visits: trial.visits, service: id })
            }
          />
        </Form.Item>
        {service.mode === 'registration' ? null : (
          <Form.Item label={t('fees.tryOffering')}>
            <Select
              value={outcome.offering}
              data-testid="try-offering"
              options={service.offerings.map(({ id, title, price }) => ({
                value: id,
                label: `${say(title)} ${priceOf(price)}`,
              }))}
              onChange={(offering: string) => change({ offering, time: '', session: '' })}
            />
          </Form.Item>
        )}
        {service.options.map((option) => (
          <Form.Item key={option.id} label={say(option.title)}>
            <Select
              value={outcome.options[option.id] ?? null}
              options={option.choices.map(({ id, title }) => ({ value: id, label: say(title) }))}
              onChange={(choice: string) => change({ options: { ...outcome.options, [option.id]: choice } })}
            />
          </Form.Item>
        ))}
        {service.mode === 'registration' ? null : (
          <>
            {isSession ? null : (
              <Form.Item label={t('fees.tryDay')}>
                <DatePicker
                  style={{ width: '100%' }}
                  allowClear={false}
                  value={dayjs(trial.day)}
                  onChange={(day) => change({ day: day?.format('YYYY-MM-DD') ?? trial.day, time: '' })}
                />
              </Form.Item>
            )}
            <Form.Item label={t(isSession ? 'fees.trySession' : 'fees.tryTime')}>
              <Select
                value={outcome.start === '' ? null : outcome.start}
                disabled={outcome.starts.length === 0}
                data-testid="try-start"
                options={outcome.starts.map(({ value, words }) => ({ value, label: say(words) }))}
                onChange={(start: string) => change(isSession ? { session: start } : { time: start })}
              />
            </Form.Item>
          </>
        )}
        <TryParty shop={shop} outcome={outcome} trial={trial} change={change} />
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
          <InputNumber
            min={0}
            max={9999}
            precision={0}
            style={{ width: '100%' }}
            value={trial.visits}
            data-testid="try-visits"
            onChange={(visits) => change({ visits: visits ?? 0 })}
          />
        </Form.Item>
        <Form.Item label={t('fees.tryOrderedOn')}>
          <DatePicker
            style={{ width: '100%' }}
            allowClear={false}
            value={dayjs(outcome.orderedOn)}
            onChange={(day) => change({ orderedOn: day?.format('YYYY-MM-DD') ?? '' })}
          />
        </Form.Item>
        {hasCodes ? (
          <Form.Item label={t('fees.tryCode')}>
            <Input
              value={trial.code}
              maxLength={32}
              data-testid="try-code"
              onChange={({ target }) => change({ code: target.value })}
            />
          </Form.Item>
        ) : null}
        {plans.length === 0 ? null : (
          <Form.Item label={t('fees.tryPlan')}>
            <Select
              value={trial.plan === '' ? (plans[0]?.id ?? null) : trial.plan}
              options={plans.map(({ id, title }) => ({ value: id ?? '', label: title ? say(title) : (id ?? '') }))}
              onChange={(plan: string) => change({ plan })}
            />
          </Form.Item>
        )}
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
