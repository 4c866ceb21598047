import { Input, Select, Space } from 'antd'
import { useState, type ReactNode } from 'react'
import { useValue } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'
import { FieldItem, inputId } from './field-item.tsx'

const UNITS = { minutes: 1, hours: 60, days: 1440 } as const
type Unit = keyof typeof UNITS

const largest = (minutes: number): Unit =>
  minutes > 0 && minutes % 1440 === 0 ? 'days' : minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes'

/** A span of time in the unit that suits it; kept in minutes. */
export function SpanField({
  pointer,
  label,
  hint,
  testId,
  before,
  after,
  required = true,
  absent = null,
}: {
  readonly pointer: string
  readonly label?: ReactNode
  readonly hint?: ReactNode
  readonly testId?: string
  readonly before?: string
  readonly after?: string
  /** An empty box takes what is not required away. */
  readonly required?: boolean
  /** Minutes that leaving it out means. */
  readonly absent?: number | null
}) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const minutes = typeof value === 'number' ? value : 0
  const [chosen, setChosen] = useState<Unit | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const unit = chosen !== null && minutes % UNITS[chosen] === 0 ? chosen : largest(minutes || (absent ?? 0))
  const isEmpty = !required && value === undefined
  const isFaulty = typed !== null && !/^\d{1,6}$/.test(typed.trim()) && (required || typed.trim() !== '')
  const shown =
    typed !== null && (isFaulty || isEmpty || Number(typed) * UNITS[unit] === minutes)
      ? typed
      : isEmpty
        ? ''
        : String(minutes / UNITS[unit])
  return (
    <FieldItem
      pointer={pointer}
      label={label}
      hint={hint}
      required={required && label !== undefined}
      htmlFor={inputId(pointer)}
      fault={isFaulty ? t('common.notWhole') : null}
    >
      <Space size={8} wrap>
        {before === undefined ? null : <span>{before}</span>}
        <Space.Compact>
          <Input
            id={inputId(pointer)}
            inputMode="numeric"
            style={{ width: 80 }}
            value={shown}
            placeholder={absent === null ? '' : String(absent / UNITS[unit])}
            {...(testId === undefined ? {} : { 'data-testid': testId })}
            onChange={({ target }) => {
              setTyped(target.value)
              setChosen(unit)
              if (/^\d{1,6}$/.test(target.value.trim())) edit(Number(target.value) * UNITS[unit])
              else if (!required && target.value.trim() === '') edit(undefined)
            }}
            onBlur={() => {
              if (!isFaulty) setTyped(null)
            }}
          />
          <Select<Unit>
            style={{ width: 96 }}
            aria-label={t('common.unit')}
            value={unit}
            onChange={(next) => {
              const count = Math.max(0, Math.round(minutes / UNITS[unit]))
              setChosen(next)
              setTyped(null)
              if (!isEmpty) edit(count * UNITS[next])
            }}
            options={(['minutes', 'hours', 'days'] as const).map((name) => ({
              value: name,
              label: t(`common.${name}`),
            }))}
          />
        </Space.Compact>
        {after === undefined ? null : <span>{after}</span>}
      </Space>
    </FieldItem>
  )
}
