import { createStore, useStore } from '@/store'
import { keep, recall } from '@/storage'
import type { Answers } from '@/api/calls'
import type { FormField, Hold, Selection } from '@/kaidian/booking'

/** A booking that is not an order yet. It is kept through interruptions: a call, a closed app, a reloaded page. */
export interface Draft {
  readonly service: string
  readonly offering: string | null
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
  /** role → resource id; a role left out is 'any' */
  readonly resources: Readonly<Record<string, string>>
  /** The chosen start, with its wall clock at the shop. */
  readonly start: { readonly start: string; readonly day: string; readonly time: string } | null
  readonly hold: Hold | null
  readonly answers: Answers
}

const newDraft = (service: string): Draft => ({
  service,
  offering: null,
  options: {},
  addOns: {},
  resources: {},
  start: null,
  hold: null,
  answers: recall<Answers>('answers') ?? {},
})

export const draftStore = createStore<Draft | null>(recall<Draft>('draft'))

export const useDraft = (): Draft | null => useStore(draftStore)

/** Begins a booking of `service`, or goes on with the one begun. */
export const beginDraft = (service: string): Draft => {
  const current = draftStore.get()
  if (current?.service === service) return current
  const next = newDraft(service)
  saveDraft(next)
  return next
}

export const saveDraft = (next: Draft | null): void => {
  draftStore.set(next)
  keep('draft', next)
}

export const changeDraft = (change: Partial<Draft>): void => {
  const current = draftStore.get()
  if (current) saveDraft({ ...current, ...change })
}

/** Answers outlive the draft: the next booking begins with the same name and phone. */
export const saveAnswers = (answers: Answers): void => {
  keep('answers', answers)
  changeDraft({ answers })
}

/** Fills `phone` into those of `fields` nobody has touched yet. It is kept with the draft only: nobody typed it there. */
export const fillInPhone = (fields: readonly FormField[], phone: string): void => {
  const answers = draftStore.get()?.answers ?? {}
  const untouched = fields.filter(({ id, kind }) => kind === 'phone' && answers[id] === undefined)
  if (untouched.length > 0)
    changeDraft({ answers: { ...answers, ...Object.fromEntries(untouched.map(({ id }) => [id, phone])) } })
}

/** Forgets the draft and what was filled in: the customer signed out or left. */
export const forgetEverything = (): void => {
  saveDraft(null)
  keep('answers', null)
}

/** What is sent to the server; null before a start is chosen. */
export const selectionOf = (draft: Draft): Selection | null =>
  draft.start && {
    service: draft.service,
    ...(draft.offering ? { offering: draft.offering } : {}),
    start: draft.start.start,
    resources: draft.resources,
    options: draft.options,
    addOns: draft.addOns,
  }
