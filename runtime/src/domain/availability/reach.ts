import type { ResolvedShop } from '../resolved.ts'
import { wanted, type Wish } from './wanted.ts'

/** Minutes around a start in which a booking may claim anything, buffers included. */
export interface Reach {
  readonly before: number
  readonly after: number
}

/**
 * How far the claims of an appointment may reach, whatever is assigned: claims that lie wholly outside do not matter to it.
 * @throws Refusal as `wanted`
 */
export function reachOf(shop: ResolvedShop, wish: Wish, now: Date): Reach {
  const { segments, longest } = wanted(shop, wish, now)
  const buffers = segments.map(({ service }) => service.buffer)
  return {
    before: Math.max(...buffers.map(({ before }) => before)),
    after: longest + Math.max(...buffers.map(({ after }) => after)),
  }
}
