/** One of several processes that take places from one store at once; started by `takers.ts`, told what to do over IPC. */
import { Refusal, type Claim, type Draw } from '../../src/domain/index.ts'
import { dataKeysFrom } from '../../src/keys.ts'
import { openStore, PoolFull, type ClaimRef, type Place, type ShopStore } from '../../src/store/index.ts'

export interface Work {
  readonly uri: string
  readonly database: string
  readonly dataKey: string
  readonly shop: string
  /** Ids of claims begin with it. */
  readonly name: string
  readonly seed: number
  /** How many claims; so many at a time. */
  readonly claims: number
  readonly atOnce: number
  readonly now: string
  readonly expiresAt: string
  readonly kind: 'halves' | 'parties' | 'pairs'
}

/** What became of a claim. Whoever is killed in between leaves it in doubt. */
export type Said =
  | { readonly ready: true }
  | { readonly begins: ClaimRef }
  | { readonly ends: string; readonly how: 'confirmed' | 'refused' | 'released' | 'left' }
  | { readonly error: string }
  | { readonly done: true }

const tell = (said: Said): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(said, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })

/** The same numbers for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const HOUR = 3_600_000
type Pick = (below: number) => number

const half = (units: number): Draw[] => [
  { pool: 'quotas/run', counter: 'half', units, limit: 500 },
  { pool: 'quotas/run', counter: 'total', units, limit: 900 },
]

/** What is wanted: of two pools some ask in one order, some in the other; of two resources likewise. */
function wish({ kind, now }: Work, id: string, pick: Pick): ClaimRef {
  if (kind === 'halves') return { id, places: [], draws: half(1) }
  if (kind === 'parties') {
    const seats: Draw = { pool: 'seats/class', counter: `day-${pick(2)}`, units: 1 + pick(4), limit: 120 }
    const coupon: Draw = { pool: 'coupon/spring', counter: 'used', units: 1, limit: 150 }
    return { id, places: [], draws: pick(2) === 0 ? [seats, coupon] : [coupon, seats] }
  }
  const one = pick(4)
  const other = (one + 1 + pick(3)) % 4
  const start = new Date(Date.parse(now) + pick(8) * HOUR)
  const end = new Date(start.getTime() + HOUR * (1 + pick(2)))
  const places = [one, other].map((n) => ({ resource: `room-${n}`, start, end }))
  return { id, places, draws: [{ pool: 'seats/rooms', counter: 'used', units: 1, limit: 12 }] }
}

const overlaps = (place: Place, claim: Claim) =>
  place.resource === claim.resource && place.start < claim.end && claim.start < place.end

async function take({ claims }: ShopStore, { id, places, draws }: ClaimRef, work: Work): Promise<ClaimRef> {
  const now = new Date(work.now)
  const until = { now, expiresAt: new Date(work.expiresAt) }
  const none: ClaimRef = { id, places: [], draws: [] }
  const window = { from: now, to: new Date(now.getTime() + 24 * HOUR) }
  const decide = (occupied: Claim[]) => {
    if (places.some((place) => occupied.some((claim) => overlaps(place, claim)))) throw new Refusal('SLOT_TAKEN')
    return places
  }
  const timed = places.length === 0 ? none : await claims.take(id, window, decide, until)
  try {
    return await claims.draw(timed, draws, until)
  } catch (error) {
    await claims.release(timed)
    throw error
  }
}

async function one(store: ShopStore, id: string, work: Work, pick: Pick): Promise<void> {
  const wanted = wish(work, id, pick)
  await tell({ begins: wanted })
  let ref: ClaimRef
  try {
    ref = await take(store, wanted, work)
  } catch (error) {
    if (!(error instanceof PoolFull) && !(error instanceof Refusal)) throw error
    return tell({ ends: id, how: 'refused' })
  }
  const fate = work.kind === 'halves' ? 0 : pick(8)
  if (fate < 5) {
    if (!(await store.claims.extend(ref, { now: new Date(work.now), expiresAt: null })))
      throw new Error(`${id} was lost before it expired.`)
    if (fate < 4) return tell({ ends: id, how: 'confirmed' })
  }
  if (fate === 6) return tell({ ends: id, how: 'left' })
  await store.claims.release(ref)
  return tell({ ends: id, how: 'released' })
}

async function work(given: Work): Promise<void> {
  const { uri, database, dataKey, shop, name, seed, claims, atOnce } = given
  const store = await openStore({ uri, database, keys: dataKeysFrom(dataKey) })
  const pick = random(seed)
  let begun = 0
  const taker = async () => {
    while (begun < claims) await one(store.forShop(shop), `${name}-${(begun += 1)}`, given, pick)
  }
  await Promise.all(Array.from({ length: atOnce }, taker))
  await store.close()
  await tell({ done: true })
}

process.on('message', (given: Work) => {
  work(given).catch((error: unknown) => void tell({ error: String((error as Error).stack) }))
})
process.on('disconnect', () => process.exit(0))
void tell({ ready: true })
