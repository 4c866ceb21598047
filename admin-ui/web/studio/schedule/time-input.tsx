import { AutoComplete } from 'antd'
import { useState } from 'react'
import { wallTimeOf } from './week.ts'

const HALF_HOURS = Array.from({ length: 49 }, (_, index) => ({
  value: `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
}))

/** A time of day, typed or chosen; 24:00 is the end of the day. What is no time is put back on leaving. */
export function TimeInput({
  value,
  name,
  testId,
  onChange,
}: {
  readonly value: string
  readonly name: string
  readonly testId?: string
  readonly onChange: (time: string) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = (text: string): void => {
    const time = wallTimeOf(text)
    if (time !== null && time !== value) onChange(time)
  }
  return (
    <AutoComplete
      value={typed ?? value}
      options={HALF_HOURS}
      style={{ width: 84 }}
      popupMatchSelectWidth={96}
      aria-label={name}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      onChange={(text: string) => {
        setTyped(text)
        // A whole time counts while typing; `9` alone could still become `9:30`.
        if (/^\d{1,2}:\d{2}$/.test(text)) take(text)
      }}
      onSelect={(text: string) => {
        take(text)
        setTyped(null)
      }}
      onBlur={() => {
        if (typed !== null) take(typed)
        setTyped(null)
      }}
    />
  )
}
