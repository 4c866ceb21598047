import {
  availability,
  type AvailabilityRequest,
  type Claim,
  type DayAvailability,
  Refusal,
  type RefusalCode,
  type ResolvedShop,
} from '../../src/domain/index.ts'
import { at } from './shops.ts'

export const NOW = '2026-12-01 09:00'
export const WED = '2026-12-02'

/** Claims as the store tells them, for good unless told. */
export const lasting = (found: readonly Omit<Claim, 'expiresAt'>[], expiresAt: Date | null = null): Claim[] =>
  found.map((claim) => ({ ...claim, expiresAt }))

/** A claim between two wall times at the salon. */
export const claim = (resource: string, from: string, to: string, expiresAt: Date | null = null): Claim => ({
  resource,
  start: at(from),
  end: at(to),
  expiresAt,
})

/** One day of a service; the Wednesday and the cut of the salon unless told. */
export function dayOf(
  shop: ResolvedShop,
  request: Partial<AvailabilityRequest>,
  claims: readonly Claim[] = [],
  now = NOW,
): DayAvailability {
  const [found] = availability(shop, { service: 'cut', from: WED, days: 1, ...request }, claims, at(now))
  if (!found) throw new Error('no day')
  return found
}

export const times = (...given: Parameters<typeof dayOf>): string[] => dayOf(...given).starts.map(({ time }) => time)

/** The refusal of an act that has to be refused. */
export function refused(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('it was not refused')
}

export function refusal(
  act: () => unknown,
): readonly [code: RefusalCode, field: string | undefined, reason: string | undefined] {
  const { code, field, reason } = refused(act)
  return [code, field, reason]
}
