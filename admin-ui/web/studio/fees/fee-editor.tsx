import { ArrowLeftOutlined } from '@ant-design/icons'
import { Segmented, Switch } from 'antd'
import { Link } from 'react-router-dom'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { feeFacts } from '../condition/facts.ts'
import { vocabularyOf } from '../condition/vocabulary.ts'
import { numberOf, recordOf, valueAt } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { SeveralField } from '../fields/choice-field.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { MoneyField, PercentField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useOptions } from '../services/service-editor.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { feeSentence } from './fee-sentence.ts'

const PHASES = ['base', 'option', 'addOn', 'surcharge'] as const

/** One fee rule: when, for what, how much. The sentence above says what it now means. */
export function FeeEditor({ pointer, back }: { readonly pointer: string; readonly back: string }) {
  const words = useWords()
  const { t, language } = words
  const draft = useDraft()
  const document = useDraftState((state) => state.document)
  const rule = recordOf(valueAt(document, pointer))
  const apply = recordOf(rule['apply'])
  const services = useOptions('/services')
  return (
    <>
      <Link to={back} className="crumb">
        <ArrowLeftOutlined /> {t('fees.all')}
      </Link>
      <TopicTitle
        title={shownText(rule['label'], language, t('common.unnamed'))}
        intro={feeSentence(rule, vocabularyOf(document), words)}
      />
      <Section title={t('fees.howMuch')}>
        <TextField pointer={`${pointer}/label`} label={t('fees.name')} required testId="fee-label" />
        <div className="pair">
          <FieldItem pointer={`${pointer}/phase`} label={t('fees.phase')}>
            <Segmented
              value={rule['phase'] === 'discount' ? 'discount' : 'surcharge'}
              onChange={(phase) => {
                const { bestOf, ...rest } = rule
                draft.edit(pointer, { ...rest, phase, ...(phase === 'discount' && bestOf ? { bestOf } : {}) })
              }}
              options={[
                { value: 'surcharge', label: t('fees.surcharge') },
                { value: 'discount', label: t('fees.discount') },
              ]}
            />
          </FieldItem>
          <FieldItem pointer={`${pointer}/apply/kind`} label={t('fees.howMuch')}>
            <Segmented
              value={apply['kind'] === 'percent' ? 'percent' : 'flat'}
              onChange={(kind) =>
                draft.edit(
                  `${pointer}/apply`,
                  kind === 'percent'
                    ? { kind, rate: numberOf(apply['rate']) ?? 1000, of: ['base', 'option'] }
                    : { kind, amount: numberOf(apply['amount']) ?? 1000 },
                )
              }
              options={[
                { value: 'flat', label: t('fees.flat') },
                { value: 'percent', label: t('fees.percent') },
              ]}
            />
          </FieldItem>
        </div>
        {apply['kind'] === 'percent' ? (
          <div className="pair">
            <PercentField pointer={`${pointer}/apply/rate`} label={t('fees.rate')} required testId="fee-rate" />
            <SeveralField
              pointer={`${pointer}/apply/of`}
              label={t('fees.of')}
              keepEmpty
              options={PHASES.filter((name) => name !== 'surcharge' || rule['phase'] === 'discount').map((name) => ({
                value: name,
                label: t(`fees.phases.${name}`),
              }))}
            />
          </div>
        ) : (
          <MoneyField pointer={`${pointer}/apply/amount`} label={t('fees.amount')} required testId="fee-amount" />
        )}
        {rule['phase'] === 'discount' ? (
          <FieldItem pointer={`${pointer}/bestOf`} hint={t('fees.bestOfHint')}>
            <label className="switch">
              <Switch
                size="small"
                checked={rule['bestOf'] !== undefined}
                onChange={(isGrouped) => draft.edit(`${pointer}/bestOf`, isGrouped ? 'one-discount' : undefined)}
              />
              <span>{t('fees.bestOfSwitch')}</span>
            </label>
          </FieldItem>
        ) : null}
      </Section>
      <Section title={t('fees.when')}>
        <ConditionEditor
          pointer={`${pointer}/when`}
          facts={feeFacts(document, language, rule['phase'] === 'discount' ? 'discount' : 'surcharge')}
        />
      </Section>
      <Section title={t('fees.services')} intro={t('fees.everyService')}>
        <SeveralField pointer={`${pointer}/services`} options={services} />
      </Section>
    </>
  )
}
