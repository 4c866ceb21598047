import type { Problem, Shop, Text } from '@kaidian/schemas'
import { say, words } from '../words.ts'

/** Looks for one kind of fault and tells each with its place. */
export type Rule = (shop: Shop) => Iterable<Problem>

/** What a rule finds: the place, a code, and a sentence that says what is wrong and how to mend it. */
export const problem = (pointer: string, code: string, zh: string, en: string): Problem => ({
  pointer,
  code,
  message: { 'zh-CN': zh, en },
})

/** A merchant's word in a sentence: as text, and not too long. */
export const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** What something is called, for a sentence in each language. */
export const named = (title: Text): { readonly zh: string; readonly en: string } => ({
  zh: quoted(say(words(title), 'zh-CN')),
  en: quoted(say(words(title), 'en')),
})

/** 1250 → `12.50`, as a price is read. */
export const yuan = (fen: number): string => (fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2))
