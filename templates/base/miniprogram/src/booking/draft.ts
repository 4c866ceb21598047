import { createStore, useStore } from '@/store'
import { keep, recall } from '@/storage'
import type { Answers } from '@/api/calls'
import type { FormField, Hold, Mode, PublicService, Segment, Selection, Words } from '@/kaidian/booking'
import { forgetUploads } from './uploaded'

/** A person of a registration with a ticket of their own, or of a session with add-ons of their own. */
export interface DraftPlace {
  readonly offering?: string
  /** add-on id → quantity */
  readonly addOns: Readonly<Record<string, number>>
}

/** A service right after the first one. */
export interface DraftSegment {
  readonly service: string
  readonly offering: string | null
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
}

/** A booking that is not an order yet. It is kept through interruptions: a call, a closed app, a reloaded page. */
export interface Draft {
  readonly mode: Mode
  readonly service: string
  /** Null: any, or of a registration that of each place. */
  readonly offering: string | null
  readonly options: Readonly<Record<string, string>>
  readonly addOns: Readonly<Record<string, number>>
  /** post → resource id; a post left out is 'any' */
  readonly resources: Readonly<Record<string, string>>
  readonly people: number
  /** Minutes, where the customer chooses how long. */
  readonly duration: number | null
  /** One for each person where they differ; empty where they do not. */
  readonly places: readonly DraftPlace[]
  readonly then: readonly DraftSegment[]
  /** Appointment: the chosen start, with its wall clock at the shop. */
  readonly start: { readonly start: string; readonly day: string; readonly time: string } | null
  /** Session: the chosen occurrence or series, as `Selection.session` names it. */
  readonly session: DraftSession | null
  readonly hold: Hold | null
  readonly answers: Answers
  /** Answers of each participant, in the order of the places that fill in a form. */
  readonly participants: readonly Answers[]
  readonly coupon: string | null
  /** Way to pay; null: the first. */
  readonly plan: string | null
  /** Ids of the customer's own passes to be used, in order. */
  readonly entitlements: readonly string[]
  /** The form is filled in for the waiting list: nothing is held. */
  readonly waitlist: boolean
}

/** What is told of a session on the pages that follow. */
export interface DraftSession {
  readonly id: string
  readonly title: Words | null
  readonly day: string
  readonly time: string
  readonly endTime: string
  /** Of a whole series: the days of all its sessions. */
  readonly days: readonly string[]
}

export const newDraft = ({ id, mode, people, durationChoice }: PublicService): Draft => ({
  mode,
  service: id,
  offering: null,
  options: {},
  addOns: {},
  resources: {},
  people: people.min,
  duration: durationChoice?.min ?? null,
  places: [],
  then: [],
  start: null,
  session: null,
  hold: null,
  answers: recall<Answers>('answers') ?? {},
  participants: [],
  coupon: null,
  plan: null,
  entitlements: [],
  waitlist: false,
})

/** What was kept by an app of before may lack what is needed now. */
const keptDraft = (): Draft | null => {
  const kept = recall<Draft>('draft')
  return kept?.mode && Array.isArray(kept.entitlements) ? kept : null
}

export const draftStore = createStore<Draft | null>(keptDraft())

export const useDraft = (): Draft | null => useStore(draftStore)

/** Begins a booking of `service`, or goes on with the one begun. */
export const beginDraft = (service: PublicService): Draft => {
  const current = draftStore.get()
  if (current?.service === service.id && current.mode === service.mode) return current
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

/** Some answers outlive the draft: the next booking begins with the same name and phone. */
export const saveAnswers = (answers: Answers, lasting: Answers): void => {
  keep('answers', lasting)
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
  forgetUploads()
  keep('answers', null)
}

const some = <T extends object>(values: T): T | undefined => (Object.keys(values).length > 0 ? values : undefined)

const segmentOf = ({ service, offering, options, addOns }: DraftSegment): Segment => ({
  service,
  ...(offering ? { offering } : {}),
  options,
  addOns,
})

/** What is sent to the server; null while something is still to be chosen: a start, a session, a ticket. */
export const selectionOf = (draft: Draft): Selection | null => {
  const { mode, service, offering, options, addOns, places, people, duration, start, session, then } = draft
  const [ofOptions, ofAddOns] = [some(options), some(addOns)]
  const common = {
    service,
    ...(ofOptions ? { options: ofOptions } : {}),
    ...(ofAddOns ? { addOns: ofAddOns } : {}),
    ...(places.length > 0 ? { places } : { people }),
  }
  const chosen = offering ? { offering } : {}
  if (mode === 'registration')
    return places.length > 0 && places.every((place) => place.offering) ? { ...common } : null
  if (mode === 'session') return session && { ...common, ...chosen, session: session.id }
  return (
    start && {
      ...common,
      ...chosen,
      start: start.start,
      resources: draft.resources,
      ...(duration === null ? {} : { duration }),
      ...(then.length > 0 ? { then: then.map(segmentOf) } : {}),
    }
  )
}

/** Whether there is something to fill in a form for: places that are held, or a line to be joined. */
export const isChosen = (draft: Draft | null): draft is Draft => draft !== null && selectionOf(draft) !== null
