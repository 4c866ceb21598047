import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { freeId, listOf, valueAt, withInserted } from '../draft/document.ts'
import { useDraft } from '../draft/draft-context.ts'

/** Puts a new entry at the end of a list; `make` is given an identifier that is free there. */
export function AddButton({
  pointer,
  kind,
  make,
  label,
  testId,
  glue,
  onAdded,
}: {
  readonly pointer: string
  /** Start of the identifier. */
  readonly kind: string
  readonly make: (id: string) => unknown
  readonly label: string
  readonly testId?: string
  readonly glue?: string
  readonly onAdded?: (index: number) => void
}) {
  const draft = useDraft()
  return (
    <Button
      icon={<PlusOutlined />}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      onClick={() => {
        const { document } = draft.state()
        const entries = listOf(valueAt(document, pointer))
        draft.replace(withInserted(document, pointer, make(freeId(entries, kind, glue))))
        onAdded?.(entries.length)
      }}
    >
      {label}
    </Button>
  )
}
