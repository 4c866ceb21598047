import { useState } from 'react'
import { listOf, recordOf, valueAt, withInserted } from '../draft/document.ts'
import { useDraft } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { useWords } from '../words.ts'
import { AddField } from './add-field.tsx'
import { FieldRow } from './field-row.tsx'
import { newField, type FieldKind } from './new-field.ts'

/** The fields of each entry of a repeating group; a group holds none of its own. */
export function GroupFields({ pointer, form }: { readonly pointer: string; readonly form: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const [open, setOpen] = useState<number | null>(null)
  const add = (kind: FieldKind): void => {
    const { document } = draft.state()
    const fields = listOf(valueAt(document, pointer))
    draft.replace(withInserted(document, pointer, newField(kind, fields, false)))
    setOpen(fields.length)
  }
  return (
    <FieldItem pointer={pointer} label={t('form.groupFields')} isAround>
      <OrderedList
        pointer={pointer}
        testId="group-field"
        nameOf={(entry) => shownText(recordOf(entry)['label'], language)}
        onReorder={(from, to) => setOpen(open === from ? to : open)}
        row={(place, index) => (
          <FieldRow
            pointer={place}
            form={form}
            index={index}
            isOpen={open === index}
            onToggle={() => setOpen(open === index ? null : index)}
          />
        )}
      />
      <AddField add={add} testId="add-group-field" without={['group']} />
    </FieldItem>
  )
}
