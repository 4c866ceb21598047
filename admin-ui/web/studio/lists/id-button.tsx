import { NumberOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { IdField } from '../fields/id-field.tsx'
import { hintOf, partAt, titleOf } from '../schema/language.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'

/** The identifier of an entry, out of the way: few ever need to change one. */
export function IdButton({ pointer, name }: { readonly pointer: string; readonly name: string }) {
  const { language } = useWords()
  const document = useDraftState((state) => state.document)
  const part = partAt(document, `${pointer}/id`)
  if (!part) return null
  const title = titleOf(part.schema, language)
  const hint = hintOf({ ...part, own: part.schema }, language)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div style={{ width: 280 }}>
          <IdField pointer={`${pointer}/id`} label={title} hint={hint} />
        </div>
      }
    >
      <Button type="text" icon={<NumberOutlined />} aria-label={`${title}: ${name}`} />
    </Popover>
  )
}
