import { decode } from './bson.ts'
import type { Document } from './bson.ts'
import type { Collection } from './collection.ts'
import type { MatchTrace, Test } from './match.ts'
import type { Plan } from './planner.ts'
import { keyText } from './view.ts'
import type { View } from './view.ts'

/** A document found, with its key and its stored bytes. */
export interface Found {
  readonly idKey: Buffer
  readonly raw: Buffer
  readonly document: Document
  readonly trace: MatchTrace
}

/** Where a scan stands; given back to {@link scan} it goes on from there, whatever was written meanwhile. */
export interface ScanState {
  interval: number
  last?: Buffer
  seen?: Set<string>
}

const ONE = Buffer.of(0)

/** Yields the documents of `plan` that pass `test`, reading no further than it is asked to. */
export function* scan(
  view: View,
  collection: Collection,
  plan: Plan,
  test: Test,
  state: ScanState = { interval: 0 },
): Iterable<Found> {
  if (plan.mayRepeat) state.seen ??= new Set()
  for (; state.interval < plan.intervals.length; state.interval++) {
    const part = plan.intervals[state.interval]
    if (!part) break
    const { last } = state
    const low = last && !plan.reverse ? Buffer.concat([last, ONE]) : part.low
    const high = last && plan.reverse ? last : part.high
    const isPrimary = part.index.range === collection.range
    for (const { key, value } of view.range(low, high, plan.reverse)) {
      state.last = key
      const idKey = isPrimary ? key.subarray(4) : value
      if (state.seen) {
        const text = keyText(idKey)
        if (state.seen.has(text)) continue
        state.seen.add(text)
      }
      const raw = isPrimary ? value : view.get(collection.documentKey(idKey))
      if (!raw) continue
      const document = decode(raw)
      const trace: MatchTrace = {}
      if (test(document, trace)) yield { idKey, raw, document, trace }
    }
    delete state.last
  }
}
