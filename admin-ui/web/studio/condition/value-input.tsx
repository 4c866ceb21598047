import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { stringsOf } from '../draft/document.ts'
import { fenOf, yuanOf } from '../money/yuan.ts'
import { TimeInput } from '../schedule/time-input.tsx'
import { useWords } from '../words.ts'
import type { FactOption } from './facts.ts'

interface ValueInputProps {
  readonly fact: FactOption
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** The value a fact is compared with, filled in the way its kind asks for. */
export function ValueInput({ fact, value, onChange }: ValueInputProps) {
  const { t } = useWords()
  const name = t('fees.condition.value')
  switch (fact.kind) {
    case 'choice':
      return (
        <Select
          mode="multiple"
          aria-label={name}
          value={typeof value === 'string' ? [value] : stringsOf(value)}
          options={[...fact.values]}
          optionFilterProp="label"
          onChange={(next: string[]) => onChange(next)}
        />
      )
    case 'several':
      return (
        <Select
          aria-label={name}
          value={typeof value === 'string' ? value : null}
          options={[...fact.values]}
          onChange={(next: string) => onChange(next)}
        />
      )
    case 'yesNo':
      return (
        <Select
          aria-label={name}
          value={value === true ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('fees.condition.yes') },
            { value: 'no', label: t('fees.condition.no') },
          ]}
          onChange={(next: string) => onChange(next === 'yes')}
        />
      )
    case 'date':
      return (
        <DatePicker
          aria-label={name}
          allowClear={false}
          value={typeof value === 'string' && dayjs(value).isValid() ? dayjs(value) : null}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
        />
      )
    case 'time':
      return <TimeInput name={name} value={typeof value === 'string' ? value : ''} onChange={onChange} />
    case 'money':
      return <NumberInput name={name} value={value} prefix="¥" read={fenOf} write={yuanOf} onChange={onChange} />
    case 'minutes':
      return (
        <NumberInput
          name={name}
          value={value}
          suffix={t('common.minutes')}
          read={whole}
          write={String}
          onChange={onChange}
        />
      )
    case 'number':
      return <NumberInput name={name} value={value} read={whole} write={String} onChange={onChange} />
    case 'text':
      return (
        <Input
          aria-label={name}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)

function NumberInput({
  name,
  value,
  read,
  write,
  onChange,
  prefix,
  suffix,
}: {
  readonly name: string
  readonly value: unknown
  readonly read: (text: string) => number | null
  readonly write: (value: number) => string
  readonly onChange: (value: number) => void
  readonly prefix?: string
  readonly suffix?: string
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const kept = typeof value === 'number' ? write(value) : ''
  return (
    <Input
      aria-label={name}
      inputMode="decimal"
      prefix={prefix}
      suffix={suffix}
      value={typed ?? kept}
      {...(typed !== null && read(typed) === null ? { status: 'error' as const } : {})}
      onChange={({ target }) => {
        setTyped(target.value)
        const next = read(target.value)
        if (next !== null) onChange(next)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
