import { Form } from 'antd'
import type { ReactNode } from 'react'
import { useProblems } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'

export interface FieldItemProps {
  readonly pointer: string
  readonly label?: ReactNode
  /** Shown under the field while it has no problem. */
  readonly hint?: ReactNode
  /** A fault of what was typed, before it can become part of the description. */
  readonly fault?: string | null | undefined
  readonly required?: boolean
  readonly htmlFor?: string
  readonly className?: string
  /** Whether what it frames shows the problems below its place itself. */
  readonly isAround?: boolean
  readonly children: ReactNode
}

/** Frame of one field: its label, and the problems at its place in the description. `data-pointer` is where problems jump to. */
export function FieldItem({
  pointer,
  label,
  hint,
  fault,
  required,
  htmlFor,
  className,
  isAround,
  children,
}: FieldItemProps) {
  const { language } = useWords()
  const problems = useProblems(pointer).filter((problem) => isAround !== true || problem.pointer === pointer)
  const messages = fault ? [fault] : [...new Set(problems.map((problem) => problem.message[language]))]
  return (
    <div data-pointer={pointer} className={className}>
      <Form.Item
        label={label}
        required={required ?? false}
        {...(htmlFor === undefined ? {} : { htmlFor })}
        {...(messages.length > 0 ? { validateStatus: 'error' as const } : {})}
        help={messages.length > 0 ? messages.map((message) => <div key={message}>{message}</div>) : undefined}
        extra={messages.length > 0 ? undefined : hint}
      >
        {children}
      </Form.Item>
    </div>
  )
}

/** Stable id of the input at a pointer, for its label and for tests. */
export const inputId = (pointer: string): string => `field${pointer.replaceAll(/[^A-Za-z0-9-]/g, '_')}`
