import type { FormField, Words } from '../booking.ts'

/** What is wrong with one answer. */
export interface Fault {
  readonly code: string
  readonly message: Words
}

/** A value as it is kept, or what is wrong with it. */
export type Outcome = { readonly value: unknown } | { readonly fault: Fault }

/** How one kind of field looks at an answer. The answer is not empty; whether it may be is decided before. */
export interface FieldKind {
  readonly kind: FormField['kind']
  /** False for fields that only show something. */
  readonly asks: boolean
  readonly check: (answer: unknown, field: FormField) => Outcome
}

export const kept = (value: unknown): Outcome => ({ value })

export const fault = (code: string, zh: string, en: string): Outcome => ({
  fault: { code, message: { 'zh-CN': zh, en } },
})

export const wrongType = (zh: string, en: string): Outcome => fault('WRONG_TYPE', `要填${zh}`, `Must be ${en}`)

/** Length in code points, as people count: an emoji is one. */
export const lengthOf = (text: string): number => Array.from(text).length
