import type { WaitingEntry } from '../server/shapes.ts'

/** Those who wait for the same thing. */
export interface Line {
  readonly key: string
  readonly first: WaitingEntry
  /** In their order; whoever has been told comes before those who wait. */
  readonly entries: readonly WaitingEntry[]
}

/** What somebody waits for: a session, or else tickets of a service. */
const keyOf = ({ selection }: WaitingEntry): string =>
  [
    selection.service,
    selection.session ?? '',
    selection.session === undefined
      ? (selection.places ?? [{ offering: selection.offering }])
          .map(({ offering }) => offering ?? '')
          .filter((offering, index, all) => all.indexOf(offering) === index)
          .toSorted()
          .join()
      : '',
  ].join(' ')

/** Entries by what they wait for, the earliest session first; what has no date comes last. */
export function linesOf(entries: readonly WaitingEntry[]): readonly Line[] {
  const lines = new Map<string, WaitingEntry[]>()
  for (const entry of entries) lines.set(keyOf(entry), [...(lines.get(keyOf(entry)) ?? []), entry])
  const startOf = ({ day, time }: WaitingEntry): string => (day === null ? '9999' : `${day} ${time ?? ''}`)
  return [...lines]
    .map(([key, list]) => ({
      key,
      entries: list.toSorted((a, b) => a.position - b.position || a.createdAt.localeCompare(b.createdAt)),
    }))
    .flatMap(({ key, entries: list }) => (list[0] ? [{ key, first: list[0], entries: list }] : []))
    .toSorted((a, b) => startOf(a.first).localeCompare(startOf(b.first)))
}
