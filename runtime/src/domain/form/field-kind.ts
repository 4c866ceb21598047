import type { FormField, Words } from '../booking.ts'

/** What is wrong with one answer. */
export interface Fault {
  /** Where in the answer, such as `0.name` in a group; absent: the answer as a whole. */
  readonly at?: string
  readonly code: string
  readonly message: Words
}

/** A value as it is kept, or what is wrong with it. */
export type Outcome = { readonly value: unknown } | { readonly faults: readonly Fault[] }

/** What a field may look at beside its own answer. */
export interface Surroundings {
  /** The kept answer of another field; inside a group the group's own fields come first, then those of the form. */
  readonly answer: (id: string) => unknown
  /** Day on which ages count, `2027-03-06`; undefined where it is not known yet. */
  readonly ageOn: string | undefined
  /** Looks at answers to fields that belong to this one, as a form looks at its own. */
  readonly within: (fields: readonly FormField[], answers: Readonly<Record<string, unknown>>) => Outcome
}

/** How one kind of field looks at an answer. The answer is not empty; whether it may be is decided before. */
export interface FieldKind {
  readonly kind: FormField['kind']
  /** False for fields that nobody fills in. */
  readonly asks: boolean
  /** Whether an answer says nothing, where that is not told by its being an empty text or list. */
  readonly isEmpty?: (answer: unknown) => boolean
  /** An answer made from others, which replaces what was typed; undefined: there is none. */
  readonly derive?: (field: FormField, around: Surroundings) => unknown
  readonly check: (answer: unknown, field: FormField, around: Surroundings) => Outcome
}

export const kept = (value: unknown): Outcome => ({ value })

export const fault = (code: string, zh: string, en: string): Outcome => ({
  faults: [{ code, message: { 'zh-CN': zh, en } }],
})

export const wrongType = (zh: string, en: string): Outcome => fault('WRONG_TYPE', `要填${zh}`, `Must be ${en}`)

/** Length in code points, as people count: an emoji is one. */
export const lengthOf = (text: string): number => Array.from(text).length

/** An object that is neither null nor a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `toString` and its like are not answers though every object has them. */
export const has = (object: object, key: string): boolean => Object.prototype.hasOwnProperty.call(object, key)

/** What an object holds itself under a name. */
export const ownOf = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  has(object, key) ? object[key] : undefined
