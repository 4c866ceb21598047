import { ArrowLeftOutlined } from '@ant-design/icons'
import { Select, Switch } from 'antd'
import { Link } from 'react-router-dom'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { factsAt } from '../condition/facts-at.ts'
import { vocabularyOf } from '../condition/vocabulary.ts'
import { recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { SwitchField } from '../fields/choice-field.tsx'
import { FieldItem, inputId } from '../fields/field-item.tsx'
import { TextField } from '../fields/text-field.tsx'
import { freshObject } from '../schema/fresh.ts'
import { branchesOf, hintOf, kindOf, partAt, titleOf } from '../schema/language.ts'
import { MoreFields } from '../schema/object-fields.tsx'
import { SchemaField } from '../schema/schema-field.tsx'
import { valueWords } from '../schema/values.ts'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { AmountFields } from './amount-fields.tsx'
import { feeSentence } from './fee-sentence.ts'
import { kindsIn, PHASES, withPhase } from './phases.ts'

const SHOWN = [
  'label',
  'phase',
  'apply',
  'when',
  'services',
  'each',
  'bestOf',
  'code',
  'listed',
  'budget',
  'atLeast',
  'atMost',
]

/** One fee rule: when, for what, how much. The sentence above says what it now means. */
export function FeeEditor({ pointer, back }: { readonly pointer: string; readonly back: string }) {
  const words = useWords()
  const { t, language } = words
  const draft = useDraft()
  const document = useDraftState((state) => state.document)
  const rule = recordOf(valueAt(document, pointer))
  const apply = recordOf(rule['apply'])
  const phase = stringOf(rule['phase'])
  const part = partAt(document, `${pointer}/apply`)
  const allowed = kindsIn(phase)
  const branches = part ? branchesOf(part.schema) : []
  const chosen = branches.find((branch) => kindOf(branch) === apply['kind'])
  const chooseKind = (kind: string): void => {
    const branch = branches.find((one) => kindOf(one) === kind)
    if (branch) draft.edit(`${pointer}/apply`, freshObject(document, `${pointer}/apply`, branch, { ...apply, kind }))
  }
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
          <FieldItem pointer={`${pointer}/phase`} label={t('fees.phase')} htmlFor={inputId(`${pointer}/phase`)}>
            <Select
              id={inputId(`${pointer}/phase`)}
              value={phase}
              data-testid="fee-phase"
              onChange={(next: string) => draft.replace(withPhase(document, pointer, next))}
              options={PHASES.map((name) => ({ value: name, label: valueWords('phase', name, language) }))}
            />
          </FieldItem>
          <FieldItem
            pointer={`${pointer}/apply/kind`}
            label={t('fees.how')}
            hint={chosen && hintOf({ name: null, schema: chosen, own: chosen }, language)}
            htmlFor={inputId(`${pointer}/apply/kind`)}
          >
            <Select
              id={inputId(`${pointer}/apply/kind`)}
              value={stringOf(apply['kind'])}
              data-testid="fee-kind"
              onChange={chooseKind}
              options={branches
                .filter((branch) => allowed.includes(kindOf(branch)) || branch === chosen)
                .map((branch) => ({ value: kindOf(branch), label: titleOf(branch, language) }))}
            />
          </FieldItem>
        </div>
        <AmountFields pointer={`${pointer}/apply`} kind={stringOf(apply['kind'])} />
        <SwitchField pointer={`${pointer}/each`} label={t('fees.each')} hint={t('fees.eachHint')} testId="fee-each" />
        {phase === 'discount' ? (
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
        {phase === 'coupon' ? (
          <>
            <SchemaField pointer={`${pointer}/code`} label={t('fees.code')} testId="fee-code" />
            <SwitchField
              pointer={`${pointer}/listed`}
              label={t('fees.listed')}
              hint={t('fees.listedHint')}
              testId="fee-listed"
            />
            <SchemaField pointer={`${pointer}/budget`} label={t('fees.budget')} />
          </>
        ) : null}
        {phase === 'rounding' ? null : (
          <div className="pair">
            <SchemaField pointer={`${pointer}/atLeast`} label={t('fees.atLeast')} />
            <SchemaField pointer={`${pointer}/atMost`} label={t('fees.atMost')} />
          </div>
        )}
        <MoreFields pointer={pointer} shown={SHOWN} />
      </Section>
      <Section title={t('fees.when')}>
        <ConditionEditor pointer={`${pointer}/when`} facts={factsAt(document, `${pointer}/when`, language)} />
      </Section>
      <Section title={t('fees.services')}>
        <SchemaField pointer={`${pointer}/services`} label="" />
      </Section>
    </>
  )
}
