import { Switch } from 'antd'
import { recordOf, valueAt } from '../draft/document.ts'
import { useDraft, useDraftState, useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { Folded } from '../lists/folded.tsx'
import { useWords } from '../words.ts'
import { freshObject } from './fresh.ts'
import { branchOf, partAt, partOf, propertiesOf, titleOf, type Part } from './language.ts'
import { SchemaField } from './schema-field.tsx'
import { suits } from './suits.ts'

/** Editors of an object's properties: those named, or all but those named, that mean something where it stands. */
export function ObjectFields({
  pointer,
  only,
  except = [],
}: {
  readonly pointer: string
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}) {
  const document = useDraftState((state) => state.document)
  const part = partAt(document, pointer)
  if (!part) return null
  const schema = branchOf(part.schema, valueAt(document, pointer)) ?? part.schema
  const names = only ?? propertiesOf(schema).filter((name) => !except.includes(name))
  return names
    .filter((name) => suits(document, pointer, name))
    .map((name) => (
      <SchemaField key={name} pointer={`${pointer}/${name}`} required={schema.required?.includes(name) ?? false} />
    ))
}

/** All properties that no editor above has shown, behind one line that names those in use. */
export function MoreFields({ pointer, shown }: { readonly pointer: string; readonly shown: readonly string[] }) {
  const { t, language } = useWords()
  const document = useDraftState((state) => state.document)
  const part = partAt(document, pointer)
  if (!part) return null
  const rest = propertiesOf(part.schema).filter((name) => !shown.includes(name) && suits(document, pointer, name))
  if (rest.length === 0) return null
  const value = recordOf(valueAt(document, pointer))
  const used = rest.filter((name) => name !== 'id' && value[name] !== undefined)
  const titles = used.map((name) => titleOf(partOf(part.schema.properties?.[name] ?? {}).schema, language))
  return (
    <Folded
      title={[t('common.more'), titles.join(language === 'en' ? ', ' : '、')].filter((text) => text !== '').join(' · ')}
    >
      <ObjectFields pointer={pointer} only={rest} />
    </Folded>
  )
}

/** An object that may be left out whole: a switch, and its fields while it is there. */
export function OptionalObject({
  part,
  pointer,
  label,
  hint,
  required,
}: {
  readonly part: Part
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
}) {
  const draft = useDraft()
  const [value] = useValue(pointer)
  const isThere = value !== undefined
  const turn = (isOn: boolean): void =>
    draft.edit(pointer, isOn ? freshObject(draft.state().document, pointer, part.schema, {}) : undefined)
  return (
    <div className="optional" data-pointer={pointer}>
      {required ? (
        <p className="optional-title">{label}</p>
      ) : (
        <FieldItem pointer={pointer} hint={isThere ? undefined : hint} isAround>
          <label className="switch">
            <Switch size="small" checked={isThere} aria-label={label} onChange={turn} />
            <span>{label}</span>
          </label>
        </FieldItem>
      )}
      {isThere ? (
        <div className="optional-fields">
          <ObjectFields pointer={pointer} />
        </div>
      ) : null}
    </div>
  )
}
