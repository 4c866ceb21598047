import { Select } from 'antd'
import { recordOf } from '../draft/document.ts'
import { useDraft, useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'
import { freshObject } from './fresh.ts'
import { branchesOf, branchOf, hintOf, kindOf, titleOf, type Part } from './language.ts'
import { ObjectFields } from './object-fields.tsx'

/** One of several kinds of object, and the fields of the one that is chosen. What both kinds know is kept. */
export function KindFields({
  part,
  pointer,
  label,
  hint,
  required,
  testId,
}: {
  readonly part: Part
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly testId?: string
}) {
  const { language } = useWords()
  const draft = useDraft()
  const [value] = useValue(pointer)
  const branches = branchesOf(part.schema)
  const chosen = branchOf(part.schema, value)
  const choose = (kind: string): void => {
    const branch = branches.find((one) => kindOf(one) === kind)
    draft.edit(
      pointer,
      branch ? freshObject(draft.state().document, pointer, branch, { ...recordOf(value), kind }) : undefined,
    )
  }
  return (
    <div data-pointer={pointer}>
      <FieldItem
        pointer={`${pointer}/kind`}
        label={label}
        hint={(chosen && hintOf({ name: null, schema: chosen, own: chosen }, language)) ?? hint}
        required={required}
        htmlFor={inputId(pointer)}
      >
        <Select
          id={inputId(pointer)}
          style={{ width: '100%', maxWidth: 320 }}
          value={chosen ? kindOf(chosen) : null}
          {...(testId === undefined ? {} : { 'data-testid': testId })}
          options={[
            ...(required ? [] : [{ value: '', label: '—' }]),
            ...branches.map((branch) => ({ value: kindOf(branch), label: titleOf(branch, language) })),
          ]}
          onChange={choose}
        />
      </FieldItem>
      {chosen ? (
        <div className="kind-fields">
          <ObjectFields pointer={pointer} />
        </div>
      ) : null}
    </div>
  )
}
