import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useWords } from '../words.ts'
import { KINDS, type FieldKind } from './new-field.ts'

/** A button that asks which kind of field is wanted. */
export function AddField({
  add,
  testId,
  without = [],
  isChief = false,
}: {
  readonly add: (kind: FieldKind) => void
  readonly testId: string
  readonly without?: readonly FieldKind[]
  readonly isChief?: boolean
}) {
  const { t } = useWords()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <Dropdown
      trigger={['click']}
      open={isChoosing}
      onOpenChange={setChoosing}
      menu={{
        items: KINDS.filter((kind) => !without.includes(kind)).map((kind) => ({
          key: kind,
          label: <span data-testid={`${testId}-${kind}`}>{t(`form.kinds.${kind}`)}</span>,
        })),
        onClick: ({ key }) => {
          setChoosing(false)
          add(key as FieldKind)
        },
        style: { maxHeight: 420, overflowY: 'auto' },
      }}
    >
      <Button type={isChief ? 'primary' : 'default'} icon={<PlusOutlined />} data-testid={testId}>
        {t('form.add')}
      </Button>
    </Dropdown>
  )
}
