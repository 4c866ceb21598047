import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { stringsOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'

const MOMENT = 'YYYY-MM-DDTHH:mm'

/** Several days with their times. */
export function MomentList({ pointer, label, hint }: { pointer: string; label: string; hint?: ReactNode }) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const moments = stringsOf(value)
  const put = (next: readonly string[]): void => edit(next.length === 0 ? undefined : next)
  return (
    <FieldItem pointer={pointer} label={label} hint={hint}>
      {moments.map((moment, index) => (
        <div key={index} className="map-row">
          <DatePicker
            aria-label={`${label} ${String(index + 1)}`}
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            value={dayjs(moment).isValid() ? dayjs(moment) : null}
            onChange={(next) => put(moments.with(index, next?.format(MOMENT) ?? moment))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('common.remove')}: ${moment}`}
            onClick={() => put(moments.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => put([...moments, dayjs().add(14, 'day').hour(10).minute(0).format(MOMENT)])}
      >
        {t('common.addOne', { what: label })}
      </Button>
    </FieldItem>
  )
}
