import type { Draw } from '../domain/index.ts'

/** A stretch of time on one resource, buffers included. */
export interface Place {
  readonly resource: string
  readonly start: Date
  readonly end: Date
  /** How many of a resource that is several; 1 when left out. */
  readonly units?: number
}

export interface HeldDraw extends Draw {
  /** Id of the claim it was drawn under, where that is an earlier one: what an order keeps when it moves. */
  readonly by?: string
}

/** Which claim, and where its parts lie. Kept in the hold or order that owns it. */
export interface ClaimRef {
  readonly id: string
  readonly places: readonly Place[]
  readonly draws: readonly HeldDraw[]
}

/** Draws by the id they were drawn under. */
export function byHolder(id: string, draws: readonly HeldDraw[]): Map<string, HeldDraw[]> {
  const holders = new Map<string, HeldDraw[]>()
  for (const draw of draws) {
    const holder = draw.by ?? id
    holders.set(holder, [...(holders.get(holder) ?? []), draw])
  }
  return holders
}

/** As it was kept before claims could draw from pools. */
export const readClaim = ({ draws = [], ...claim }: Omit<ClaimRef, 'draws'> & Partial<ClaimRef>): ClaimRef => ({
  ...claim,
  draws,
})
