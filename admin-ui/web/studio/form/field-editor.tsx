import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { fieldFacts } from '../condition/facts.ts'
import { recordOf } from '../draft/document.ts'
import { useDraftState, useValue } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { SwitchField } from '../fields/choice-field.tsx'
import { FieldItem, inputId } from '../fields/field-item.tsx'
import { CountField, DecimalField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { useWords } from '../words.ts'

const WITH_PLACEHOLDER = new Set(['text', 'longText', 'number', 'phone', 'personName'])
const WITH_LENGTH = new Set(['text', 'longText', 'personName'])
const WITH_CHOICES = new Set(['choice', 'several'])

/** Everything about one field of a form; which settings there are depends on its kind. */
export function FieldEditor({ pointer, form, index }: { pointer: string; form: string; index: number }) {
  const { t, language } = useWords()
  const document = useDraftState((state) => state.document)
  const [value] = useValue(pointer)
  const { kind } = recordOf(value)
  const is = (kinds: ReadonlySet<string>): boolean => typeof kind === 'string' && kinds.has(kind)
  const facts = fieldFacts(document, form, index, language)
  return (
    <>
      <TextField pointer={`${pointer}/label`} label={t('form.label')} required testId="field-label" />
      {kind === 'note' || kind === 'consent' ? (
        <TextField
          pointer={`${pointer}/text`}
          label={kind === 'note' ? t('form.text') : t('form.consentText')}
          lines={2}
        />
      ) : null}
      {is(WITH_PLACEHOLDER) ? <TextField pointer={`${pointer}/placeholder`} label={t('form.placeholder')} /> : null}
      {kind === 'note' ? null : (
        <>
          <TextField pointer={`${pointer}/help`} label={t('form.help')} />
          <SwitchField pointer={`${pointer}/required`} label={t('form.required')} testId="field-required" />
        </>
      )}
      {is(WITH_LENGTH) ? (
        <div className="pair">
          <CountField pointer={`${pointer}/minLength`} label={t('form.minLength')} />
          <CountField pointer={`${pointer}/maxLength`} label={t('form.maxLength')} />
        </div>
      ) : null}
      {kind === 'number' ? (
        <>
          <div className="pair">
            <DecimalField pointer={`${pointer}/min`} label={t('form.min')} />
            <DecimalField pointer={`${pointer}/max`} label={t('form.max')} />
          </div>
          <SwitchField pointer={`${pointer}/integer`} label={t('form.integer')} />
        </>
      ) : null}
      {kind === 'several' ? (
        <div className="pair">
          <CountField pointer={`${pointer}/min`} label={t('form.minChosen')} />
          <CountField pointer={`${pointer}/max`} label={t('form.maxChosen')} />
        </div>
      ) : null}
      {kind === 'date' ? (
        <div className="pair">
          <DayField pointer={`${pointer}/from`} label={t('form.from')} />
          <DayField pointer={`${pointer}/to`} label={t('form.to')} />
        </div>
      ) : null}
      {is(WITH_CHOICES) ? (
        <FieldItem pointer={`${pointer}/choices`} label={t('form.choices')}>
          <OrderedList
            pointer={`${pointer}/choices`}
            testId="field-choice"
            nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
            row={(place) => <TextField pointer={`${place}/title`} name={t('common.title')} required />}
          />
          <AddButton
            pointer={`${pointer}/choices`}
            kind="choice"
            label={t('form.addChoice')}
            make={(id) => ({ id, title: { 'zh-CN': '新选项', en: 'New choice' } })}
          />
        </FieldItem>
      ) : null}
      <h3>{t('form.visibleWhen')}</h3>
      <ConditionEditor
        pointer={`${pointer}/visibleWhen`}
        facts={facts}
        none={facts.length === 0 ? t('form.noEarlier') : t('form.always')}
      />
      {kind === 'note' || recordOf(value)['required'] === true || facts.length === 0 ? null : (
        <>
          <h3>{t('form.requiredWhen')}</h3>
          <ConditionEditor pointer={`${pointer}/requiredWhen`} facts={facts} none={t('form.optional')} />
        </>
      )}
    </>
  )
}

function DayField({ pointer, label }: { readonly pointer: string; readonly label: string }) {
  const [value, edit] = useValue(pointer)
  const day = typeof value === 'string' ? dayjs(value) : null
  return (
    <FieldItem pointer={pointer} label={label} htmlFor={inputId(pointer)}>
      <DatePicker
        id={inputId(pointer)}
        style={{ width: '100%' }}
        value={day?.isValid() ? day : null}
        onChange={(next) => edit(next?.format('YYYY-MM-DD'))}
      />
    </FieldItem>
  )
}
