import type { Problem, Shop } from '@kaidian/schemas'

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
