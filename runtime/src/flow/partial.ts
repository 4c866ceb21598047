import {
  limitDraws,
  supplyOf,
  withdrawnPlaces,
  type Assignment,
  type Draw,
  type ResolvedShop,
  type Withdrawal,
} from '../domain/index.ts'
import type { Change, Order } from '../store/index.ts'
import { stepTo } from './stepping.ts'

const without = (assignment: Assignment, places: readonly number[]): Assignment => ({
  ...assignment,
  places: assignment.places.filter((_, index) => !places.includes(index)),
})

/** What some people of an order draw: their part of the supply, and the limits that count them. */
function drawsOf(
  shop: ResolvedShop,
  { selection, customer, answers, participants }: Order,
  gone: readonly number[],
  blind: (values: string) => string,
): Draw[] {
  // Where only companions are asked, the first place has no participant.
  const unasked = selection.places.length - participants.length
  const left = participants.filter((_, index) => !gone.includes(index + unasked))
  const assignment = without(selection, gone)
  return [
    ...supplyOf(shop, assignment),
    ...limitDraws(shop, assignment, { customer, answers, participants: left }, blind),
  ]
}

/**
 * Takes some people out of an order. The price and the indexes of its places stay as they were made; what they had drawn is
 * given back: draws that become smaller are written anew under the same claim. `blind`: as for `limitDraws`.
 */
export function withoutPlaces(
  shop: ResolvedShop,
  order: Order,
  withdrawal: Withdrawal,
  blind: (values: string) => string,
): Change {
  const withdrawals = [...order.withdrawals, withdrawal]
  const gone = withdrawnPlaces(withdrawals)
  const before = drawsOf(shop, order, withdrawnPlaces(order.withdrawals), blind)
  const after = drawsOf(shop, order, gone, blind)
  const isSame = (one: Draw) => (other: Draw) => one.pool === other.pool && one.counter === other.counter
  const { claim } = order
  const draws = claim.draws.flatMap((draw) => {
    if (!before.some(isSame(draw))) return [draw]
    return after.filter(isSame(draw)).map(({ units }) => ({ ...draw, units }))
  })
  const smaller = claim.draws.filter((draw) => before.some(isSame(draw)))
  return {
    set: {
      ...stepTo('withdraw', order).set,
      withdrawals,
      claim: { ...claim, draws },
      releases: [...order.releases, { ...claim, draws: smaller }],
    },
  }
}
