import type { FieldFault } from '@/api/errors'
import { createStore, useStore } from '@/store'
import type { Fault } from './answers'
import { draftStore } from './draft'
import type { Draft } from './draft'

/** A fault the server found, with what was answered then. */
interface Told extends Fault {
  readonly about: string
}

const told = createStore<readonly Told[]>([])

const valueAt = (draft: Draft | null, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    draft && { answers: draft.answers, participants: draft.participants },
  )

/** What a fault is about; of an answer that was read off another one, or not given, everything beside it. */
const answeredAt = (draft: Draft | null, field: string): string => {
  const path = field.split('.')
  const answer = valueAt(draft, path)
  return JSON.stringify(answer === undefined ? (valueAt(draft, path.slice(0, -1)) ?? null) : answer)
}

/**
 * Shows what the server found wrong with the answers, each at its field (`answers.phone`, `participants.0.pets.1.name`), until
 * that answer is changed. True when there is something to show: go back to the form, which opens at the first.
 */
export const showServerFaults = (fields: readonly FieldFault[]): boolean => {
  const draft = draftStore.get()
  const shown = fields.filter(({ field }) => /^(answers|participants)\b/.test(field))
  told.set(
    shown.map(({ field, message }) => ({ field, message: { 'zh-CN': message }, about: answeredAt(draft, field) })),
  )
  return shown.length > 0
}

/** Faults the server found in answers that are still the same. */
export const useServerFaults = (draft: Draft | null): readonly Fault[] =>
  useStore(told).filter(({ field, about }) => answeredAt(draft, field) === about)
