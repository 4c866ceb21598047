import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from './field-item.tsx'

/** An identifier: taken when one leaves the box, because lists know their rows by it. */
export function IdField({ pointer, label, hint }: { pointer: string; label: string; hint?: ReactNode }) {
  const [value, edit] = useValue(pointer)
  const kept = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string | null>(null)
  const take = (): void => {
    if (typed !== null && typed.trim() !== kept) edit(typed.trim())
    setTyped(null)
  }
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} htmlFor={inputId(pointer)}>
      <Input
        id={inputId(pointer)}
        style={{ maxWidth: 320 }}
        value={typed ?? kept}
        maxLength={40}
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onPressEnter={take}
      />
    </FieldItem>
  )
}
