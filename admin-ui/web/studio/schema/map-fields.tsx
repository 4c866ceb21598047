import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { recordOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'
import { partOf, type Schema } from './language.ts'
import { valueWords } from './values.ts'

/** Names of one's own, each with one of a few values. */
export function MapFields({
  schema,
  pointer,
  label,
  hint,
}: {
  readonly schema: Schema
  readonly pointer: string
  readonly label: string
  readonly hint?: string
}) {
  const { t, language } = useWords()
  const [value, edit] = useValue(pointer)
  const entries = Object.entries(recordOf(value))
  const property = pointer.split('/').at(-1) ?? ''
  const rest = typeof schema.additionalProperties === 'object' ? partOf(schema.additionalProperties).schema : {}
  const choices = (rest.enum ?? []).map(String)
  const put = (next: readonly (readonly [string, unknown])[]): void => edit(Object.fromEntries(next))
  const freeName = (): string => {
    for (let number = 1; ; number += 1)
      if (!entries.some(([name]) => name === `thing${String(number)}`)) return `thing${String(number)}`
  }
  return (
    <FieldItem pointer={pointer} label={label} hint={hint}>
      {entries.map(([name, kept], index) => (
        // Names change while they are typed; the place in the list does not.
        <div key={index} className="map-row">
          <Input
            value={name}
            aria-label={t('common.name')}
            maxLength={32}
            onChange={({ target }) => put(entries.with(index, [target.value, kept]))}
          />
          <Select
            aria-label={label}
            value={typeof kept === 'string' ? kept : null}
            options={choices.map((choice) => ({ value: choice, label: valueWords(property, choice, language) }))}
            onChange={(choice: string) => put(entries.with(index, [name, choice]))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('common.remove')}: ${name}`}
            onClick={() => put(entries.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => put([...entries, [freeName(), choices[0] ?? '']])}>
        {t('common.addOne', { what: label })}
      </Button>
    </FieldItem>
  )
}
