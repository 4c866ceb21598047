import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { listOf, numberOf, recordOf, valueAt, withInserted, withValue } from '../draft/document.ts'
import { useDraft, useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { CountField, PercentField } from '../fields/number-fields.tsx'
import { SpanField } from '../fields/span-field.tsx'
import { useWords } from '../words.ts'

export const POLICIES = ['booking', 'payment', 'cancellation', 'reschedule'] as const
export type PolicyName = (typeof POLICIES)[number]

/** What a policy starts from when a service gets its own and the shop has none. */
export const DEFAULTS: Readonly<Record<PolicyName, unknown>> = {
  booking: { notice: 120, horizon: 30, step: 30, holdMinutes: 15 },
  payment: { kind: 'full' },
  cancellation: { tiers: [{ before: 1440, refund: 10_000 }] },
  reschedule: { times: 1, before: 240 },
}

/** The fields of one policy, in plain words. */
export function PolicyFields({ name, pointer }: { readonly name: PolicyName; readonly pointer: string }) {
  switch (name) {
    case 'booking':
      return <BookingFields pointer={pointer} />
    case 'payment':
      return <PaymentFields pointer={pointer} />
    case 'cancellation':
      return <CancellationFields pointer={pointer} />
    case 'reschedule':
      return <RescheduleFields pointer={pointer} />
  }
}

interface Place {
  readonly pointer: string
}

function BookingFields({ pointer }: Place) {
  const { t } = useWords()
  return (
    <div data-pointer={pointer}>
      <SpanField
        pointer={`${pointer}/notice`}
        before={t('policies.noticeBefore')}
        after={t('policies.noticeAfter')}
        testId="policy-notice"
      />
      <div className="sentence">
        <span>{t('policies.horizonBefore')}</span>
        <CountField pointer={`${pointer}/horizon`} name={t('policies.horizon')} required testId="policy-horizon" />
        <span>{t('policies.horizonAfter')}</span>
      </div>
      <SpanField
        pointer={`${pointer}/step`}
        before={t('policies.stepBefore')}
        after={t('policies.stepAfter')}
        testId="policy-step"
      />
      <div className="sentence">
        <span>{t('policies.holdBefore')}</span>
        <CountField
          pointer={`${pointer}/holdMinutes`}
          name={t('policies.hold')}
          placeholder="15"
          after={t('common.minutes')}
        />
        <span>{t('policies.holdAfter')}</span>
      </div>
    </div>
  )
}

function PaymentFields({ pointer }: Place) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const { kind, rate } = recordOf(value)
  return (
    <>
      <FieldItem pointer={`${pointer}/kind`}>
        <Radio.Group
          className="stack"
          value={kind}
          onChange={({ target }) =>
            edit(
              target.value === 'deposit'
                ? { kind: 'deposit', rate: numberOf(rate) ?? 3000 }
                : { kind: target.value as string },
            )
          }
          options={(['full', 'deposit', 'onSite'] as const).map((name) => ({
            value: name,
            label: t(`policies.${name}`),
          }))}
        />
      </FieldItem>
      {kind === 'deposit' ? (
        <div className="sentence">
          <span>{t('policies.depositRate')}</span>
          <PercentField pointer={`${pointer}/rate`} name={t('policies.depositRate')} required testId="policy-deposit" />
        </div>
      ) : null}
    </>
  )
}

function CancellationFields({ pointer }: Place) {
  const { t } = useWords()
  const draft = useDraft()
  const place = `${pointer}/tiers`
  const [value] = useValue(place)
  const tiers = listOf(value)
  const add = (): void => {
    const last = numberOf(recordOf(tiers.at(-1))['before'])
    const before = last === null ? 1440 : Math.max(0, Math.floor(last / 2))
    draft.replace(withInserted(draft.state().document, place, { before, refund: tiers.length === 0 ? 10_000 : 5000 }))
  }
  return (
    <div data-pointer={place}>
      {tiers.map((_tier, index) => (
        <div className="sentence" key={index} data-pointer={`${place}/${String(index)}`}>
          <SpanField
            pointer={`${place}/${String(index)}/before`}
            before={t('policies.tierBefore')}
            after={t('policies.tierAfter')}
            testId={`tier-before-${String(index)}`}
          />
          <PercentField
            pointer={`${place}/${String(index)}/refund`}
            name={t('policies.tier')}
            required
            testId={`tier-refund-${String(index)}`}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('common.remove')}: ${t('policies.tier')} ${String(index + 1)}`}
            onClick={() => draft.replace(withValue(draft.state().document, `${place}/${String(index)}`, undefined))}
          />
        </div>
      ))}
      <p className="quiet">{tiers.length === 0 ? t('policies.tiersNone') : t('policies.tiersLast')}</p>
      <p>
        <Button icon={<PlusOutlined />} onClick={add} data-testid="add-tier">
          {t('policies.addTier')}
        </Button>
      </p>
    </div>
  )
}

function RescheduleFields({ pointer }: Place) {
  const { t } = useWords()
  const [value] = useValue(pointer)
  const times = valueAt(value, '/times')
  return (
    <div data-pointer={pointer}>
      <div className="sentence">
        <span>{t('policies.timesBefore')}</span>
        <CountField pointer={`${pointer}/times`} name={t('policies.times')} required testId="policy-times" />
        <span>{t('policies.timesAfter')}</span>
      </div>
      {times === 0 ? null : (
        <SpanField
          pointer={`${pointer}/before`}
          before={t('policies.rescheduleBefore')}
          after={t('policies.rescheduleAfter')}
        />
      )}
    </div>
  )
}
