import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { listOf, recordOf, stringOf, valueAt, withInserted } from '../draft/document.ts'
import { useDraft } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { ImageField } from '../fields/image-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Folded } from '../lists/folded.tsx'
import { IdButton } from '../lists/id-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { useWords } from '../words.ts'
import { freshEntry } from './fresh.ts'
import { partOf, propertiesOf, titleOf, type Schema } from './language.ts'
import { ObjectFields } from './object-fields.tsx'
import { nameOfEntry } from './entry-name.ts'

/** A list of objects, texts or pictures, in an order people give it; each entry with all its fields. */
export function ListFields({
  schema,
  pointer,
  label,
  hint,
  required,
  testId,
}: {
  readonly schema: Schema
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly testId?: string
}) {
  const { t, language } = useWords()
  const draft = useDraft()
  const items = schema.items ?? {}
  const item = partOf(items)
  const singular = titleOf(item.schema, language) || label
  const isText = item.name === 'Text'
  const hasId = item.schema.properties?.['id'] !== undefined
  const isLong = propertiesOf(item.schema).length > 4
  const property = pointer.split('/').at(-1) ?? 'entry'
  const add = (): void => {
    const { document } = draft.state()
    const entries = listOf(valueAt(document, pointer))
    draft.replace(withInserted(document, pointer, freshEntry(document, `${pointer}/${entries.length}`, items, entries)))
  }
  const fields = (place: string) => <ObjectFields pointer={place} except={hasId ? ['id'] : []} />
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} required={required} isAround>
      <OrderedList
        pointer={pointer}
        testId={property}
        isOptional={!required}
        empty=""
        nameOf={(entry) => nameOfEntry(entry, language)}
        buttons={(index, entry) =>
          hasId && !isLong ? (
            <IdButton pointer={`${pointer}/${String(index)}`} name={nameOfEntry(entry, language)} />
          ) : null
        }
        row={(place, index, entry) =>
          isText ? (
            <TextField pointer={place} name={`${singular} ${String(index + 1)}`} required />
          ) : item.name === 'Image' ? (
            <ImageField pointer={place} label={`${singular} ${String(index + 1)}`} />
          ) : isLong ? (
            <Folded
              title={
                nameOfEntry(entry, language) ||
                shownText(recordOf(entry)['title'], language, stringOf(recordOf(entry)['id'])) ||
                `${singular} ${String(index + 1)}`
              }
            >
              {fields(place)}
              {hasId ? <ObjectFields pointer={place} only={['id']} /> : null}
            </Folded>
          ) : (
            <div className="entry-fields">{fields(place)}</div>
          )
        }
      />
      <Button icon={<PlusOutlined />} onClick={add} data-testid={testId ?? `add-${property}`}>
        {t('common.addOne', { what: singular })}
      </Button>
    </FieldItem>
  )
}
