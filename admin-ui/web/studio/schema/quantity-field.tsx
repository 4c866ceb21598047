import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { plainOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { CountField } from '../fields/number-fields.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { WordsField } from '../fields/moment-fields.tsx'
import { StringField } from '../fields/text-field.tsx'
import { SwitchField } from '../fields/choice-field.tsx'
import { useWords } from '../words.ts'
import { KindFields } from './kind-fields.tsx'
import { OptionalObject } from './object-fields.tsx'
import { partOf, titleOf, type Schema } from './language.ts'
import { freshValue } from './fresh.ts'
import { valueWords } from './values.ts'
import { branchesOf } from './language.ts'

/** A value that is of one of a few types: a number or a word, a word or an object; a text, a number or a yes. */
export function QuantityField({
  schema,
  pointer,
  label,
  hint,
  required,
}: {
  readonly schema: Schema
  readonly pointer: string
  readonly label: string
  readonly hint?: ReactNode
  readonly required: boolean
}) {
  const { t, language } = useWords()
  const [value, edit] = useValue(pointer)
  const property = pointer.split('/').at(-1) ?? ''
  const ways = (schema.oneOf ?? []).map((one, index) => ({ index, part: partOf(one) }))
  const typeOf = (given: unknown): string =>
    Array.isArray(given) ? 'array' : typeof given === 'number' ? 'integer' : typeof given
  const current = ways.findIndex(({ part: { schema: way } }) =>
    way.const !== undefined
      ? way.const === value
      : way.type === typeOf(value) || (way.type === 'number' && typeof value === 'number'),
  )
  const nameOf = (way: Schema): string =>
    way.const !== undefined
      ? valueWords(property, plainOf(way.const), language)
      : titleOf(way, language) || t(`common.types.${TYPES[way.type ?? ''] ?? 'text'}`)
  const choose = (index: number): void => {
    const way = ways[index]?.part.schema
    if (index < 0 || !way) edit(undefined)
    else edit(way.const ?? freshValue(null, `${pointer}`, way))
  }
  const chosen = ways[current]?.part
  return (
    <>
      <FieldItem
        pointer={chosen?.schema.const === undefined && current >= 0 ? `${pointer}/-` : pointer}
        label={label}
        hint={hint}
        required={required}
      >
        <Segmented
          value={current}
          onChange={choose}
          options={[
            ...(required ? [] : [{ value: -1, label: t('common.default') }]),
            ...ways.map(({ index, part: { schema: way } }) => ({ value: index, label: nameOf(way) })),
          ]}
        />
      </FieldItem>
      {chosen === undefined || chosen.schema.const !== undefined ? null : chosen.schema.type === 'integer' ||
        chosen.schema.type === 'number' ? (
        <CountField pointer={pointer} name={label} required />
      ) : chosen.schema.type === 'string' ? (
        <StringField pointer={pointer} />
      ) : chosen.schema.type === 'boolean' ? (
        <SwitchField pointer={pointer} label={label} isOn />
      ) : chosen.schema.type === 'array' ? (
        <WordsField pointer={pointer} label="" />
      ) : branchesOf(chosen.schema).length > 0 ? (
        <KindFields part={chosen} pointer={pointer} label="" required />
      ) : chosen.schema.type === 'object' ? (
        <OptionalObject part={chosen} pointer={pointer} label={nameOf(chosen.schema)} required />
      ) : null}
    </>
  )
}

const TYPES: Readonly<Record<string, 'number' | 'text' | 'yesNo' | 'list'>> = {
  integer: 'number',
  number: 'number',
  string: 'text',
  boolean: 'yesNo',
  array: 'list',
}
