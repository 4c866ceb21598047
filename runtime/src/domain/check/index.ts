import type { Problem, Shop } from '@kaidian/schemas'

/** Faults a schema cannot see. */
export function check(_shop: Shop): readonly Problem[] {
  return []
}
