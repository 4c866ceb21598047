import type { Problem } from '@kaidian/schemas'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import { valueAt } from './document.ts'
import type { DraftState, DraftStore } from './draft-store.ts'

export const DraftContext = createContext<DraftStore | null>(null)

/** Throws outside of an editor. */
export function useDraft(): DraftStore {
  const store = useContext(DraftContext)
  if (!store) throw new Error('No draft is open here')
  return store
}

/** Rerenders when what `select` gives is another value. */
export function useDraftState<T>(select: (state: DraftState) => T): T {
  const store = useDraft()
  return useSyncExternalStore(store.subscribe, () => select(store.state()))
}

/** What is at `pointer`, and how to put something else there. */
export function useValue(pointer: string): [value: unknown, edit: (value: unknown) => void] {
  const store = useDraft()
  const value = useDraftState((state) => valueAt(state.document, pointer))
  return [value, (next) => store.edit(pointer, next)]
}

export const isUnder = (pointer: string, parent: string): boolean =>
  pointer === parent || pointer.startsWith(`${parent}/`)

/** Problems at `pointer` and below it. */
export function useProblems(pointer: string): readonly Problem[] {
  const problems = useDraftState((state) => state.problems)
  return useMemo(() => problems.filter((problem) => isUnder(problem.pointer, pointer)), [problems, pointer])
}
