import type { TextInSeveralLanguages } from './generated/types.ts'

/** One fault in a shop description: returned, never thrown; `pointer` (RFC 6901) lets an editor focus the field. */
export interface Problem {
  readonly pointer: string
  readonly code: string
  /** What is wrong and how to mend it, in both languages. */
  readonly message: Required<TextInSeveralLanguages>
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }
