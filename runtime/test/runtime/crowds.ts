import type { ShopStore } from '../../src/store/index.ts'
import type { Answer } from '../http/client.ts'

const DAY_MS = 86_400_000

/** Signs `count` customers in without asking the API: their tokens. */
export async function customersOf(store: ShopStore, count: number, now: Date, first: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const { id } = await store.customers.signedIn({ phone: String(first + n) }, now)
      return (await store.sessions.open('customer', id, now, new Date(now.getTime() + 60 * DAY_MS))).token
    }),
  )
}

/** How many answers there are of each kind: status, and the code of what was refused. */
export function counted(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const kind = status < 400 ? String(status) : `${status} ${body.error.code}`
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

/** Random numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
