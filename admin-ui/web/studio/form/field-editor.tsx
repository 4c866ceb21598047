import { ConditionEditor } from '../condition/condition-editor.tsx'
import { fieldFacts } from '../condition/facts.ts'
import { recordOf, stringOf } from '../draft/document.ts'
import { useDraftState, useValue } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { SwitchField } from '../fields/choice-field.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { CountField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { IdButton } from '../lists/id-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { MoreFields, ObjectFields } from '../schema/object-fields.tsx'
import { suits } from '../schema/suits.ts'
import { useWords } from '../words.ts'
import { GroupFields } from './group-fields.tsx'

/** Settings that say what a field is; those of other kinds do not suit it and stay away. */
const MAIN = ['min', 'max', 'integer', 'from', 'to', 'types', 'readFrom', 'birthDate', 'compute', 'accept', 'maxCount']
const SHOWN = [
  ...MAIN,
  'kind',
  'label',
  'help',
  'placeholder',
  'required',
  'visibleWhen',
  'requiredWhen',
  'choices',
  'text',
  'fields',
  'minLength',
  'maxLength',
]

/** Everything about one field of a form; which settings there are depends on its kind. */
export function FieldEditor({ pointer, form, index }: { pointer: string; form: string; index: number }) {
  const { t, language } = useWords()
  const document = useDraftState((state) => state.document)
  const [value] = useValue(pointer)
  const kind = stringOf(recordOf(value)['kind'])
  const has = (property: string): boolean => suits(document, pointer, property)
  const isAsked = kind !== 'note' && kind !== 'computed'
  // Inside a group, only the group as a whole depends on other answers.
  const facts = /\/fields\/\d+\/fields\//.test(pointer) ? [] : fieldFacts(document, form, index, language)
  return (
    <>
      <TextField pointer={`${pointer}/label`} label={t('form.label')} required testId="field-label" />
      {has('text') ? (
        <TextField
          pointer={`${pointer}/text`}
          label={kind === 'note' ? t('form.text') : t('form.consentText')}
          lines={2}
        />
      ) : null}
      {has('placeholder') ? <TextField pointer={`${pointer}/placeholder`} label={t('form.placeholder')} /> : null}
      {kind === 'note' ? null : <TextField pointer={`${pointer}/help`} label={t('form.help')} />}
      {isAsked ? (
        <SwitchField pointer={`${pointer}/required`} label={t('form.required')} testId="field-required" />
      ) : null}
      {has('minLength') ? (
        <div className="pair">
          <CountField pointer={`${pointer}/minLength`} label={t('form.minLength')} />
          <CountField pointer={`${pointer}/maxLength`} label={t('form.maxLength')} />
        </div>
      ) : null}
      <div className="pair">
        <ObjectFields pointer={pointer} only={['min', 'max', 'from', 'to']} />
      </div>
      <ObjectFields pointer={pointer} only={MAIN.filter((name) => !['min', 'max', 'from', 'to'].includes(name))} />
      {has('choices') ? (
        <FieldItem pointer={`${pointer}/choices`} label={t('form.choices')} isAround>
          <OrderedList
            pointer={`${pointer}/choices`}
            testId="field-choice"
            nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
            buttons={(index, entry) => (
              <IdButton
                pointer={`${pointer}/choices/${String(index)}`}
                name={shownText(recordOf(entry)['title'], language)}
              />
            )}
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
      {kind === 'group' ? <GroupFields pointer={`${pointer}/fields`} form={form} /> : null}
      {facts.length === 0 && recordOf(value)['visibleWhen'] === undefined ? null : (
        <>
          <h3>{t('form.visibleWhen')}</h3>
          <ConditionEditor pointer={`${pointer}/visibleWhen`} facts={facts} none={t('form.always')} />
        </>
      )}
      {!isAsked || recordOf(value)['required'] === true || facts.length === 0 ? null : (
        <>
          <h3>{t('form.requiredWhen')}</h3>
          <ConditionEditor pointer={`${pointer}/requiredWhen`} facts={facts} none={t('form.optional')} />
        </>
      )}
      <MoreFields pointer={pointer} shown={SHOWN} />
    </>
  )
}
