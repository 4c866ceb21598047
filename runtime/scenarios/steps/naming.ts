import type { Json, Step } from '../case.ts'
import type { World } from '../world.ts'

/** Who does a step. */
export const customerOf = (step: Step): string => step.by ?? 'customer'

/** The order a step speaks of: the name it was saved under. */
export function idOf(step: Step, world: World): string {
  const id = world.saved.get(step.order)?.id
  if (typeof id !== 'string') throw new Error(`No order was saved as “${step.order}”.`)
  return id
}

/** A selection on the wire: its start at the shop as an instant. */
export const selectionOf = (step: Step, { instant }: World): Json => ({
  ...step.selection,
  ...(step.selection?.start !== undefined && { start: instant(step.selection.start) }),
})
