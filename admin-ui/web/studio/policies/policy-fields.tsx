import { CountField } from '../fields/number-fields.tsx'
import { SpanField } from '../fields/span-field.tsx'
import { valueAt } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { MoreFields, ObjectFields } from '../schema/object-fields.tsx'
import { useWords } from '../words.ts'
import { CancellationFields } from './cancellation-fields.tsx'
import { PaymentFields } from './payment-fields.tsx'

export const POLICIES = ['booking', 'payment', 'cancellation', 'reschedule'] as const
/** Those a shop may do without. */
export const EXTRAS = ['transfer', 'waitlist', 'noShow'] as const
export type PolicyName = (typeof POLICIES)[number] | (typeof EXTRAS)[number]

/** What a policy starts from when a service gets its own and the shop has none. */
export const DEFAULTS: Readonly<Record<PolicyName, unknown>> = {
  booking: { notice: 120, horizon: 30, step: 30, holdMinutes: 15 },
  payment: { kind: 'full' },
  cancellation: { tiers: [{ before: 1440, refund: 10_000 }] },
  reschedule: { times: 1, before: 240 },
  transfer: { times: 1, before: 1440 },
  waitlist: { mode: 'offer' },
  noShow: { auto: true },
}

/** The fields of one policy: the common ones in plain words, then the rest. */
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
    case 'transfer':
    case 'waitlist':
    case 'noShow':
      return <ObjectFields pointer={pointer} />
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
        required={false}
        absent={0}
        testId="policy-notice"
      />
      <div className="sentence">
        <span>{t('policies.horizonBefore')}</span>
        <CountField
          pointer={`${pointer}/horizon`}
          name={t('policies.horizon')}
          placeholder="365"
          testId="policy-horizon"
        />
        <span>{t('policies.horizonAfter')}</span>
      </div>
      <SpanField
        pointer={`${pointer}/step`}
        before={t('policies.stepBefore')}
        after={t('policies.stepAfter')}
        required={false}
        absent={30}
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
      <MoreFields pointer={pointer} shown={['notice', 'horizon', 'step', 'holdMinutes']} />
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
        <>
          <SpanField
            pointer={`${pointer}/before`}
            before={t('policies.rescheduleBefore')}
            after={t('policies.rescheduleAfter')}
          />
          <MoreFields pointer={pointer} shown={['times', 'before']} />
        </>
      )}
    </div>
  )
}
