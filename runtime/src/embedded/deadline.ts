import { CommandError } from './errors.ts'
import type { Entry, View, Writer } from './view.ts'

/** How many entries are read between two looks at the clock. */
const STRIDE = 64

export const expired = (): CommandError => new CommandError('MaxTimeMSExpired', 'operation exceeded time limit')

/** A view that refuses to be read after `until`, by the clock of `Date.now`; as it is without one. Throws MaxTimeMSExpired. */
export function timedView(view: View, until: number | undefined): View {
  if (until === undefined) return view
  return {
    get: (key) => view.get(key),
    range: (low, high, reverse) => timed(view.range(low, high, reverse), until),
    count: (low, high) => view.count(low, high),
  }
}

/** As {@link timedView}, of a view that is written. */
export function timedWriter(writer: Writer, until: number | undefined): Writer {
  if (until === undefined) return writer
  return {
    ...timedView(writer, until),
    claim: (key) => writer.claim(key),
    put: (key, value) => writer.put(key, value),
    remove: (key) => writer.remove(key),
  }
}

function* timed(entries: Iterable<Entry>, until: number): Iterable<Entry> {
  let read = 0
  for (const entry of entries) {
    if (read++ % STRIDE === 0 && Date.now() > until) throw expired()
    yield entry
  }
}

/** Waits for `work`, but no longer than `until`. Throws MaxTimeMSExpired. */
export async function waitUntil(work: Promise<void>, until: number | undefined): Promise<void> {
  if (until === undefined) return await work
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(expired()), Math.max(until - Date.now(), 0))
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
