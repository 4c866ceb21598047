import type { Answers } from '@/api/calls'
import { createStore, useStore } from '@/store'
import { keep, recall } from '@/storage'
import type { FormField, PublicForm } from '@/kaidian/booking'

/** Somebody whose details the customer agreed to keep on this device. */
export interface KeptParticipant {
  readonly id: string
  /** Form the answers belong to. */
  readonly form: string
  readonly name: string
  readonly answers: Answers
}

const KEY = 'participants'
const MOST = 20

const store = createStore<readonly KeptParticipant[]>(recall<readonly KeptParticipant[]>(KEY) ?? [])

const save = (next: readonly KeptParticipant[]): void => {
  store.set(next)
  keep(KEY, next.length > 0 ? next : null)
}

/** Those kept on this device, the latest first. */
export const keptParticipants = (): readonly KeptParticipant[] => store.get()

export const useKeptParticipants = (): readonly KeptParticipant[] => useStore(store)

/** Forgets one of them, or all. */
export const forgetParticipants = (id?: string): void =>
  save(id === undefined ? [] : store.get().filter((one) => one.id !== id))

/** Made for one occasion by the customer's own hand. */
const OF_THE_OCCASION: readonly FormField['kind'][] = ['consent', 'signature', 'file', 'image', 'computed', 'note']

const only = (form: PublicForm, answers: Answers, wanted: (field: FormField) => boolean): Answers =>
  Object.fromEntries(
    form.fields.flatMap((field) => {
      const answer = answers[field.id]
      return answer === undefined || answer === null || !wanted(field) ? [] : [[field.id, answer]]
    }),
  )

/** What may be filled in again another time. */
export const lastingAnswers = (form: PublicForm, answers: Answers): Answers =>
  only(form, answers, ({ kind }) => !OF_THE_OCCASION.includes(kind))

const CONTACT: readonly FormField['kind'][] = ['personName', 'phone', 'address', 'region']

/** What is kept for the next booking without being asked for: how to reach the customer, and nothing else about them. */
export const contactAnswers = (form: PublicForm, answers: Answers): Answers =>
  only(form, answers, ({ kind }) => CONTACT.includes(kind))

/** The name in the answers of one person; empty where none is asked for or given. */
export const nameIn = (form: PublicForm, answers: Answers): string => {
  const field = form.fields.find(({ kind }) => kind === 'personName')
  const name = field && answers[field.id]
  return typeof name === 'string' ? name.trim() : ''
}

/** Keeps somebody on this device; who has the same name in the same form is replaced. The customer has agreed to it. */
export const keepParticipant = (form: PublicForm, answers: Answers): void => {
  const name = nameIn(form, answers)
  if (name === '') return
  const others = store.get().filter((one) => one.form !== form.id || one.name !== name)
  const id = `${form.id}:${name}`
  save([{ id, form: form.id, name, answers: lastingAnswers(form, answers) }, ...others].slice(0, MOST))
}

/** Tells one person from another: not taken over from somebody else. */
const isOwn = (form: PublicForm, field: FormField): boolean =>
  field.kind === 'idDocument' ||
  field.birthDate === true ||
  field.readFrom !== undefined ||
  field === form.fields.find(({ kind }) => kind === 'personName')

/** What somebody has in common with the one before: who to call, where they live, but not who they are. */
export const commonAnswers = (form: PublicForm, before: Answers): Answers =>
  only(form, lastingAnswers(form, before), (field) => !isOwn(form, field))

/** What the customer has said about themselves in the order's form, as the participants' form asks for it. */
export const ownAnswers = (order: PublicForm, answers: Answers, form: PublicForm): Answers =>
  Object.fromEntries(
    CONTACT.concat('idDocument').flatMap((kind) => {
      const from = order.fields.find((field) => field.kind === kind)
      const to = form.fields.find((field) => field.kind === kind)
      const answer = from && answers[from.id]
      return to && answer !== undefined && answer !== null && answer !== '' ? [[to.id, answer]] : []
    }),
  )
