import { PlusOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import { freeId, listOf, recordOf, stringOf, valueAt, withInserted, withValue } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { TextField } from '../fields/text-field.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { AddField } from './add-field.tsx'
import { FieldRow } from './field-row.tsx'
import { newField, type FieldKind } from './new-field.ts'

/** Forms: one tab each, its fields in order. */
export function FormTopic({ shopKey }: { readonly shopKey: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const navigate = useNavigate()
  const { item } = useParams()
  const forms = listOf(useDraftState(({ document }) => valueAt(document, '/forms')))
  const current = item !== undefined && Number(item) < forms.length ? Number(item) : 0
  const show = (index: number): void => void navigate(`/shops/${shopKey}/form/${index}`)
  const addForm = (): void => {
    const form = {
      id: freeId(forms, 'form'),
      title: { 'zh-CN': '新登记表', en: 'New form' },
      fields: [newField('personName', [], true), newField('phone', [], true)],
    }
    draft.replace(withInserted(draft.state().document, '/forms', form))
    show(forms.length)
  }
  return (
    <>
      <TopicTitle
        title={t('editor.topics.form')}
        intro={t('form.intro')}
        extra={
          <Button icon={<PlusOutlined />} onClick={addForm} data-testid="add-form">
            {t('form.addForm')}
          </Button>
        }
      />
      {forms.length > 1 ? (
        <Tabs
          activeKey={String(current)}
          onChange={(key) => show(Number(key))}
          items={forms.map((form, index) => ({
            key: String(index),
            label: shownText(recordOf(form)['title'], language, stringOf(recordOf(form)['id'])),
          }))}
        />
      ) : null}
      {forms[current] === undefined ? null : (
        <FormFields
          key={current}
          pointer={`/forms/${String(current)}`}
          onRemove={
            forms.length > 1
              ? () => {
                  draft.replace(withValue(draft.state().document, `/forms/${String(current)}`, undefined))
                  show(0)
                }
              : null
          }
        />
      )}
    </>
  )
}

function FormFields({ pointer, onRemove }: { readonly pointer: string; readonly onRemove: (() => void) | null }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const [open, setOpen] = useState<number | null>(null)
  const place = `${pointer}/fields`
  const add = (kind: FieldKind): void => {
    const { document } = draft.state()
    const fields = listOf(valueAt(document, place))
    draft.replace(withInserted(document, place, newField(kind, fields, false)))
    setOpen(fields.length)
  }
  return (
    <>
      <Section title={t('form.title')}>
        <TextField pointer={`${pointer}/title`} name={t('form.title')} required testId="form-title" />
        <MoreFields pointer={pointer} shown={['title', 'fields']} />
      </Section>
      <Section title={t('form.fields')} extra={<AddField add={add} testId="add-field" isChief />}>
        <OrderedList
          pointer={place}
          testId="field"
          empty={t('form.empty')}
          nameOf={(entry) => shownText(recordOf(entry)['label'], language)}
          onReorder={(from, to) => setOpen(open === from ? to : open)}
          row={(fieldPointer, index) => (
            <FieldRow
              pointer={fieldPointer}
              form={pointer}
              index={index}
              isOpen={open === index}
              onToggle={() => setOpen(open === index ? null : index)}
            />
          )}
        />
      </Section>
      {onRemove ? (
        <Button danger onClick={onRemove}>
          {t('form.removeForm')}
        </Button>
      ) : null}
    </>
  )
}
