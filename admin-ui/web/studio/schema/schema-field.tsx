import { plainOf } from '../draft/document.ts'
import { useDraftState, useValue } from '../draft/draft-context.ts'
import { ConditionEditor } from '../condition/condition-editor.tsx'
import { factsAt } from '../condition/facts-at.ts'
import { ChoiceField, SeveralField, SwitchField } from '../fields/choice-field.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { IdField } from '../fields/id-field.tsx'
import { ImageField } from '../fields/image-field.tsx'
import { DayField, DaysField, MomentField, TimeField, WordsField } from '../fields/moment-fields.tsx'
import { CountField, DecimalField, MoneyField, PercentField } from '../fields/number-fields.tsx'
import { ManyField } from '../fields/many-field.tsx'
import { SpanField } from '../fields/span-field.tsx'
import { StringField, TextField } from '../fields/text-field.tsx'
import { useWords } from '../words.ts'
import { KindFields } from './kind-fields.tsx'
import { branchesOf, hintOf, partAt, partOf, titleOf, type Part } from './language.ts'
import { ListFields } from './list-fields.tsx'
import { MapFields } from './map-fields.tsx'
import { MomentList } from './moment-list.tsx'
import { OptionalObject } from './object-fields.tsx'
import { QuantityField } from './quantity-field.tsx'
import { referencesAt } from './references.ts'
import { RruleField } from '../series/rrule-field.tsx'
import { valueWords } from './values.ts'

export interface SchemaFieldProps {
  readonly pointer: string
  /** Title of its own, where the page says it better than the language. */
  readonly label?: string
  readonly required?: boolean
  readonly testId?: string
}

/** Editors made for one property, where its text has a form of its own. */
const OWN: Readonly<Record<string, typeof RruleField>> = { rrule: RruleField }

/**
 * The editor of any property of the language, made from its part of the schema: its title and description, its type, the lists its
 * identifiers come from. Nothing is shown for what the language does not know.
 */
export function SchemaField({ pointer, label, required = false, testId }: SchemaFieldProps) {
  const { language } = useWords()
  const document = useDraftState((state) => state.document)
  const part = partAt(document, pointer)
  if (!part) return null
  const { schema } = part
  const property = pointer.split('/').at(-1) ?? ''
  const title = label ?? titleOf(schema, language)
  const hint = hintOf(part, language)
  const shared = {
    pointer,
    label: title,
    required,
    ...(hint === undefined ? {} : { hint }),
    ...(testId === undefined ? {} : { testId }),
  }
  const Own = OWN[property]
  if (Own) return <Own {...shared} />
  const references = referencesAt(document, pointer, language)
  if (schema.type === 'array') return <ArrayField part={part} {...shared} />
  if (references) return <ChoiceField {...shared} options={references} {...(required ? {} : { none: NONE })} />
  const worded = NAMED[part.name ?? '']
  if (worded) return worded(shared, schema.default)
  if (part.name === 'Condition')
    return (
      <FieldItem pointer={pointer} label={title} hint={hint} isAround>
        <ConditionEditor pointer={pointer} facts={factsAt(document, pointer, language)} />
      </FieldItem>
    )
  if (branchesOf(schema).length > 0) return <KindFields part={part} {...shared} />
  if (schema.oneOf) return <QuantityField schema={schema} {...shared} />
  if (schema.enum)
    return (
      <ChoiceField
        {...shared}
        options={schema.enum.map((value) => ({
          value: String(value),
          label: valueWords(property, String(value), language),
        }))}
        {...(schema.default === undefined ? (required ? {} : { none: NONE }) : { absent: plainOf(schema.default) })}
      />
    )
  switch (schema.type) {
    case 'boolean':
      return <SwitchField {...shared} isOn={schema.default === true} />
    case 'integer':
      return <CountField {...shared} placeholder={plainOf(schema.default)} />
    case 'number':
      return <DecimalField {...shared} placeholder={plainOf(schema.default)} />
    case 'object':
      return typeof schema.additionalProperties === 'object' ? (
        <MapFields schema={schema} {...shared} />
      ) : (
        <OptionalObject part={part} {...shared} />
      )
    case undefined:
    default:
      return <StringField {...shared} />
  }
}

type Shared = {
  readonly pointer: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string
  readonly testId?: string
}

const shown = (value: unknown, scale: number): string => (typeof value === 'number' ? String(value / scale) : '')

/** Editors of the definitions that have a name. */
const NAMED: Readonly<Record<string, (shared: Shared, absent: unknown) => React.ReactNode>> = {
  Id: (shared) => <IdField {...shared} />,
  Text: (shared) => <TextField {...shared} />,
  Image: (shared) => <ImageField {...shared} />,
  Fen: (shared, absent) => <MoneyField {...shared} placeholder={shown(absent, 100)} />,
  BasisPoints: (shared, absent) => <PercentField {...shared} placeholder={shown(absent, 100)} />,
  Minutes: (shared, absent) => <SpanField {...shared} absent={typeof absent === 'number' ? absent : null} />,
  Day: (shared) => <DayField {...shared} />,
  Moment: (shared) => <MomentField {...shared} />,
  WallTime: (shared) => <TimeField {...shared} />,
}

/** A choice that is left out. */
const NONE = '—'

function ArrayField({ part: { schema }, ...shared }: Shared & { readonly part: Part }) {
  const { language } = useWords()
  const document = useDraftState((state) => state.document)
  const [value] = useValue(shared.pointer)
  const references = referencesAt(document, shared.pointer, language)
  const keepEmpty = shared.required
  if (references) return <ManyField {...shared} options={references} keepEmpty={keepEmpty} value={value} />
  const item = partOf(schema.items ?? {})
  const property = shared.pointer.split('/').at(-1) ?? ''
  if (item.schema.enum) {
    const options = item.schema.enum.map((word) => ({
      value: String(word),
      label: valueWords(property, String(word), language),
    }))
    return <SeveralField {...shared} options={options} keepEmpty={keepEmpty} />
  }
  if (item.name === 'Day') return <DaysField {...shared} />
  if (item.name === 'Moment') return <MomentList {...shared} />
  if (item.name === 'Text' || item.name === 'Image' || item.schema.type === 'object')
    return <ListFields schema={schema} {...shared} />
  return <WordsField {...shared} numbers={item.schema.type === 'integer'} />
}
