import { idOfKind } from '../../ids.ts'
import type { HeldEntitlement } from '../../store/index.ts'
import type { ShopContext } from '../context.ts'
import { finding, type Finding } from './discrepancy.ts'

/** Of one pass: what is left of it, and uses for which no order stands. */
export async function passFaults(ctx: ShopContext, pass: HeldEntitlement): Promise<Finding[]> {
  const { id, left, entries } = pass
  const found: Finding[] = []
  const sum = entries.reduce((total, { units }) => total + units, 0)
  if (sum !== left) found.push(finding('BALANCE_WRONG', id, {}, `${left} ≠ ${sum}`))
  const back = new Set(entries.filter(({ kind }) => kind === 'return').map((entry) => entry.id))
  for (const { id: use, kind, order } of entries)
    if (kind === 'use' && order !== null && !back.has(`return/${use}`) && !(await isGood(ctx, pass, order)))
      found.push(finding('USE_ORPHANED', `${id} ${order}`, { order }))
  return found
}

/** Whether an order stands for a use, is about to be stored, or keeps it by its policy. */
async function isGood(ctx: ShopContext, { customer }: HeldEntitlement, id: string): Promise<boolean> {
  const order = await ctx.store.orders.find(id)
  if (order) return order.due.includes('returns') || !(order.state === 'expired' || order.booking === 'rejected')
  // A use comes before its order; should the order never come, the sweep gives it back with the hold.
  return customer !== null && (await ctx.store.holds.find(idOfKind('hld', id), customer)) !== undefined
}
