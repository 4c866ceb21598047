import type { ResolvedShop } from '@kaidian/runtime/domain'
import { Form, InputNumber } from 'antd'
import { useWords } from '../words.ts'
import type { Trial, TrialOutcome } from './trial.ts'

/** How many come, for how long, with which tickets and add-ons, and how old they are. */
export function TryParty({
  shop,
  outcome,
  trial,
  change,
}: {
  readonly shop: ResolvedShop
  readonly outcome: TrialOutcome
  readonly trial: Trial
  readonly change: (next: Partial<Trial>) => void
}) {
  const { t, language } = useWords()
  const say = (words: { readonly 'zh-CN': string; readonly en?: string }): string => words[language] ?? words['zh-CN']
  const { service } = outcome
  const range = service.durationChoice
  const looksAtAges = shop.fees.some(({ each }) => each)
  return (
    <>
      {service.mode === 'registration' ? (
        service.offerings.map(({ id, title }, index) => (
          <Form.Item key={id} label={say(title)}>
            <InputNumber
              min={0}
              max={99}
              precision={0}
              style={{ width: '100%' }}
              data-testid={`try-ticket-${id}`}
              value={trial.tickets[id] ?? (index === 0 && Object.keys(trial.tickets).length === 0 ? 1 : 0)}
              onChange={(count) => change({ tickets: { ...trial.tickets, [id]: count ?? 0 } })}
            />
          </Form.Item>
        ))
      ) : service.people.max > 1 ? (
        <Form.Item label={service.people.title ? say(service.people.title) : t('fees.tryPeople')}>
          <InputNumber
            min={service.people.min}
            max={service.people.max}
            precision={0}
            style={{ width: '100%' }}
            data-testid="try-people"
            value={outcome.people}
            onChange={(people) => change({ people: people ?? 1, time: '' })}
          />
        </Form.Item>
      ) : null}
      {range ? (
        <Form.Item label={t('fees.tryDuration')}>
          <InputNumber
            min={range.min}
            max={range.max}
            step={range.step}
            precision={0}
            style={{ width: '100%' }}
            data-testid="try-duration"
            value={outcome.duration}
            onChange={(duration) => change({ duration: duration ?? range.min, time: '' })}
          />
        </Form.Item>
      ) : null}
      {service.addOns.map((id) => {
        const addOn = shop.addOns.get(id)
        return addOn ? (
          <Form.Item key={id} label={say(addOn.title)}>
            <InputNumber
              min={0}
              max={addOn.max}
              precision={0}
              style={{ width: '100%' }}
              value={trial.addOns[id] ?? 0}
              onChange={(count) => change({ addOns: { ...trial.addOns, [id]: count ?? 0 } })}
            />
          </Form.Item>
        ) : null
      })}
      {looksAtAges && service.participants ? (
        <Form.Item label={t('fees.tryAge')}>
          <InputNumber
            min={0}
            max={120}
            precision={0}
            style={{ width: '100%' }}
            placeholder={t('fees.tryAnyAge')}
            value={trial.age}
            onChange={(age) => change({ age })}
          />
        </Form.Item>
      ) : null}
    </>
  )
}
