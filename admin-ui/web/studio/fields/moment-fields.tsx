import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { stringsOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { TimeInput } from '../schedule/time-input.tsx'
import { FieldItem, inputId } from './field-item.tsx'

interface Props {
  readonly pointer: string
  readonly label: string
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly testId?: string
}

const DAY = 'YYYY-MM-DD'

/** A day at the shop. */
export function DayField({ pointer, label, hint, required, testId }: Props) {
  const [value, edit] = useValue(pointer)
  const day = typeof value === 'string' ? dayjs(value) : null
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} required={required ?? false} htmlFor={inputId(pointer)}>
      <DatePicker
        id={inputId(pointer)}
        aria-label={label}
        style={{ width: '100%', maxWidth: 240 }}
        value={day?.isValid() ? day : null}
        allowClear={required !== true}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
        onChange={(next) => edit(next?.format(DAY))}
      />
    </FieldItem>
  )
}

/** A day and a time at the shop. */
export function MomentField({ pointer, label, hint, required, testId }: Props) {
  const [value, edit] = useValue(pointer)
  const moment = typeof value === 'string' ? dayjs(value) : null
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} required={required ?? false} htmlFor={inputId(pointer)}>
      <DatePicker
        id={inputId(pointer)}
        aria-label={label}
        style={{ width: '100%', maxWidth: 240 }}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={moment?.isValid() ? moment : null}
        allowClear={required !== true}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
        onChange={(next) => edit(next?.format('YYYY-MM-DDTHH:mm'))}
      />
    </FieldItem>
  )
}

/** A time of day at the shop. */
export function TimeField({ pointer, label, hint, required, testId }: Props) {
  const [value, edit] = useValue(pointer)
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} required={required ?? false}>
      <TimeInput
        name={label}
        value={typeof value === 'string' ? value : ''}
        onChange={edit}
        {...(testId === undefined ? {} : { testId })}
      />
    </FieldItem>
  )
}

/** Several days, in order. */
export function DaysField({ pointer, label, hint }: Props) {
  const [value, edit] = useValue(pointer)
  const days = stringsOf(value)
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} htmlFor={inputId(pointer)}>
      <DatePicker
        id={inputId(pointer)}
        aria-label={label}
        multiple
        maxTagCount="responsive"
        style={{ width: '100%' }}
        value={days.map((day) => dayjs(day))}
        onChange={(next: unknown) => {
          const chosen = (Array.isArray(next) ? (next as dayjs.Dayjs[]) : []).map((day) => day.format(DAY)).toSorted()
          edit(chosen.length === 0 ? undefined : chosen)
        }}
      />
    </FieldItem>
  )
}

/** Short words of one's own, such as tags, or numbers; each is ended by Enter or a comma. */
export function WordsField({ pointer, label, hint, numbers }: Props & { readonly numbers?: boolean }) {
  const [value, edit] = useValue(pointer)
  const words = (Array.isArray(value) ? (value as unknown[]) : []).map(String)
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} htmlFor={inputId(pointer)}>
      <Select
        id={inputId(pointer)}
        aria-label={label}
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={[',', '，', '、', ' ']}
        value={words}
        style={{ width: '100%' }}
        onChange={(next: string[]) => {
          const kept = numbers === true ? next.flatMap((word) => (/^\d{1,6}$/.test(word) ? [Number(word)] : [])) : next
          edit(kept.length === 0 ? undefined : kept)
        }}
      />
    </FieldItem>
  )
}
