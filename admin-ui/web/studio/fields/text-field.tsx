import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useDraftState, useValue } from '../draft/draft-context.ts'
import { stringsOf, valueAt } from '../draft/document.ts'
import { bothOf, textOf } from '../draft/words.ts'
import { useWords } from '../words.ts'
import { FieldItem, inputId } from './field-item.tsx'

export interface TextFieldProps {
  readonly pointer: string
  readonly label?: ReactNode
  /** Name for screen readers where there is no label. */
  readonly name?: string
  readonly hint?: ReactNode
  readonly required?: boolean
  /** Lines of the box; one line when left out. */
  readonly lines?: number
  /** Base of `data-testid`: `<testId>-zh`, `<testId>-en`. */
  readonly testId?: string
  readonly placeholder?: string
}

/** A text in the shop's languages, Chinese and English side by side. English is offered only where the shop speaks it. */
export function TextField({ pointer, label, name, hint, required, lines, testId, placeholder }: TextFieldProps) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const speaksEnglish = useDraftState((state) => stringsOf(valueAt(state.document, '/locales')).includes('en'))
  const { zh, en } = bothOf(value)
  const put = (nextZh: string, nextEn: string): void =>
    edit(required && nextZh === '' ? { 'zh-CN': '', ...(nextEn ? { en: nextEn } : {}) } : textOf(nextZh, nextEn))
  const box = (language: 'zh' | 'en') => {
    const shared = {
      id: `${inputId(pointer)}-${language}`,
      value: language === 'zh' ? zh : en,
      'aria-label': `${name ?? (typeof label === 'string' ? label : '')} (${t(`common.${language}`)})`,
      ...(testId === undefined ? {} : { 'data-testid': `${testId}-${language}` }),
      ...(placeholder === undefined || language === 'en' ? {} : { placeholder }),
      onChange: (event: { target: { value: string } }) =>
        language === 'zh' ? put(event.target.value, en) : put(zh, event.target.value),
    }
    return lines === undefined ? (
      <Input
        {...shared}
        suffix={speaksEnglish ? <span className="tongue">{t(`common.${language}Short`)}</span> : null}
      />
    ) : (
      <Input.TextArea {...shared} autoSize={{ minRows: lines, maxRows: 12 }} />
    )
  }
  return (
    <FieldItem
      pointer={pointer}
      label={label}
      hint={hint}
      required={required ?? false}
      htmlFor={`${inputId(pointer)}-zh`}
    >
      <div className={speaksEnglish || en !== '' ? 'pair' : undefined}>
        {box('zh')}
        {speaksEnglish || en !== '' ? box('en') : null}
      </div>
    </FieldItem>
  )
}

/** A plain string that is no Text: a phone number, an address on the web. */
export function StringField({ pointer, label, hint, required, testId, placeholder }: Omit<TextFieldProps, 'lines'>) {
  const [value, edit] = useValue(pointer)
  return (
    <FieldItem pointer={pointer} label={label} hint={hint} required={required ?? false} htmlFor={inputId(pointer)}>
      <Input
        id={inputId(pointer)}
        value={typeof value === 'string' ? value : ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
        onChange={({ target }) => edit(target.value === '' ? undefined : target.value)}
      />
    </FieldItem>
  )
}
