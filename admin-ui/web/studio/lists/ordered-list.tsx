import { DeleteOutlined, HolderOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { listOf, recordOf, stringOf, valueAt, withMoved, withValue } from '../draft/document.ts'
import { useDraft, useValue } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'

/** A key for each row that moves along with its entry; entries without an identifier of their own go by their place. */
const keysOf = (entries: readonly unknown[]): string[] => {
  const seen = new Set<unknown>()
  return entries.map((entry, index) => {
    const { id } = recordOf(entry)
    if (typeof id !== 'string' || seen.has(id)) return `at ${String(index)}`
    seen.add(id)
    return id
  })
}

interface OrderedListProps {
  readonly pointer: string
  /** What stands in a row; `place` is its pointer. */
  readonly row: (place: string, index: number, entry: unknown) => ReactNode
  /** Name of an entry, for its buttons. */
  readonly nameOf: (entry: unknown) => string
  /** Start of each row's `data-testid`, followed by the entry's id. */
  readonly testId: string
  readonly empty?: ReactNode
  /** An optional list disappears with its last entry. */
  readonly isOptional?: boolean
  readonly buttons?: (index: number, entry: unknown) => ReactNode
  /** Called after a move or a removal, for what is open by its index. */
  readonly onReorder?: (from: number, to: number | null) => void
}

/** A list people put in order: by dragging a row, or with the arrow keys on its handle. */
export function OrderedList({ pointer, row, nameOf, testId, empty, isOptional, buttons, onReorder }: OrderedListProps) {
  const { t } = useWords()
  const draft = useDraft()
  const [value] = useValue(pointer)
  const entries = listOf(value)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const list = useRef<HTMLUListElement>(null)

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= entries.length) return
    draft.replace(withMoved(draft.state().document, pointer, from, to))
    onReorder?.(from, to)
  }
  const remove = (index: number): void => {
    const { document } = draft.state()
    const rest = withValue(document, `${pointer}/${String(index)}`, undefined)
    draft.replace(
      isOptional && listOf(valueAt(rest, pointer)).length === 0 ? withValue(rest, pointer, undefined) : rest,
    )
    onReorder?.(index, null)
  }
  const onKey = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    move(index, index + step)
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>(':scope > li > .handle')[index + step]?.focus(),
    )
  }

  const keys = keysOf(entries)
  if (entries.length === 0)
    return (
      <p className="quiet list-empty" data-pointer={pointer}>
        {empty ?? t('common.nothingHere')}
      </p>
    )
  return (
    <ul className="ordered" ref={list} data-pointer={pointer}>
      {entries.map((entry, index) => {
        const id = stringOf(recordOf(entry)['id']) || String(index)
        const name = nameOf(entry) || t('common.unnamed')
        return (
          <li
            key={keys[index]}
            className={index === over && dragged !== null ? 'ordered-row over' : 'ordered-row'}
            data-testid={`${testId}-${id}`}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(index)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, index)
              setDragged(null)
              setOver(null)
            }}
          >
            <Tooltip title={t('common.drag')} mouseEnterDelay={0.6}>
              <button
                type="button"
                className="handle"
                draggable
                aria-label={`${t('common.drag')}: ${name}`}
                onKeyDown={(event) => onKey(event, index)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData('text/plain', name)
                  setDragged(index)
                }}
                onDragEnd={() => {
                  setDragged(null)
                  setOver(null)
                }}
              >
                <HolderOutlined />
              </button>
            </Tooltip>
            <div className="ordered-body">{row(`${pointer}/${String(index)}`, index, entry)}</div>
            <div className="ordered-buttons">
              {buttons?.(index, entry)}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`${t('common.remove')}: ${name}`}
                data-testid={`remove-${testId}-${id}`}
                onClick={() => remove(index)}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
