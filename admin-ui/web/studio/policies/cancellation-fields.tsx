import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { listOf, numberOf, recordOf, valueAt, withInserted, withValue } from '../draft/document.ts'
import { useDraft, useDraftState, useValue } from '../draft/draft-context.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { MomentField } from '../fields/moment-fields.tsx'
import { PercentField } from '../fields/number-fields.tsx'
import { SpanField } from '../fields/span-field.tsx'
import { freshValue } from '../schema/fresh.ts'
import { valueWords } from '../schema/values.ts'
import { useWords } from '../words.ts'

/** Tiers of refunds: until when, and how much of what. */
export function CancellationFields({ pointer }: { readonly pointer: string }) {
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
      {tiers.map((tier, index) => (
        <Tier
          key={index}
          pointer={`${place}/${String(index)}`}
          index={index}
          tier={recordOf(tier)}
          remove={() => draft.replace(withValue(draft.state().document, `${place}/${String(index)}`, undefined))}
        />
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

type Deadline = 'before' | 'until' | 'anytime'

function Tier({
  pointer,
  index,
  tier,
  remove,
}: {
  readonly pointer: string
  readonly index: number
  readonly tier: Readonly<Record<string, unknown>>
  readonly remove: () => void
}) {
  const { t, language } = useWords()
  const draft = useDraft()
  // Shares of sessions mean something where there are sessions.
  const hasSessions = useDraftState(({ document }) =>
    listOf(valueAt(document, '/services')).some((service) => recordOf(service)['mode'] === 'session'),
  )
  const deadline: Deadline = tier['until'] !== undefined ? 'until' : tier['before'] !== undefined ? 'before' : 'anytime'
  const choose = (next: Deadline): void => {
    const { before: _before, until: _until, ...rest } = tier
    const { document } = draft.state()
    draft.edit(pointer, {
      ...(next === 'before' ? { before: 1440 } : {}),
      ...(next === 'until' ? { until: freshValue(document, `${pointer}/until`, { $ref: '#/$defs/Moment' }) } : {}),
      ...rest,
    })
  }
  return (
    <div className="sentence tier" data-pointer={pointer}>
      <Select
        aria-label={t('policies.deadline')}
        value={deadline}
        onChange={choose}
        popupMatchSelectWidth={false}
        options={(['before', 'until', 'anytime'] as const).map((name) => ({
          value: name,
          label: t(`policies.deadlines.${name}`),
        }))}
      />
      {deadline === 'before' ? (
        <SpanField pointer={`${pointer}/before`} testId={`tier-before-${String(index)}`} />
      ) : deadline === 'until' ? (
        <MomentField pointer={`${pointer}/until`} label="" required />
      ) : null}
      <span>{t('policies.tierAfter')}</span>
      <PercentField
        pointer={`${pointer}/refund`}
        name={t('policies.tier')}
        required
        testId={`tier-refund-${String(index)}`}
      />
      {hasSessions || tier['basis'] !== undefined ? (
        <ChoiceField
          pointer={`${pointer}/basis`}
          name={t('policies.basis')}
          absent="paid"
          options={(['paid', 'sessionsLeft'] as const).map((name) => ({
            value: name,
            label: valueWords('basis', name, language),
          }))}
        />
      ) : null}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${t('common.remove')}: ${t('policies.tier')} ${String(index + 1)}`}
        onClick={remove}
      />
    </div>
  )
}
