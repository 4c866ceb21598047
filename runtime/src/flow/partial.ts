import {
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

/**
 * Takes some people out of an order. The price and the indexes of its places stay as they were made; what they had drawn is
 * given back: draws that become smaller are written anew under the same claim.
 */
export function withoutPlaces(shop: ResolvedShop, order: Order, withdrawal: Withdrawal): Change {
  const withdrawals = [...order.withdrawals, withdrawal]
  const supply = supplyOf(shop, without(order.selection, withdrawnPlaces(withdrawals)))
  const whole = supplyOf(shop, order.selection)
  const isSupply = (draw: Draw) => whole.some(({ pool, counter }) => pool === draw.pool && counter === draw.counter)
  const draws = [...order.claim.draws.filter((draw) => !isSupply(draw)), ...supply]
  return {
    set: {
      ...stepTo('withdraw', order).set,
      withdrawals,
      claim: { ...order.claim, draws },
      releases: [...order.releases, { ...order.claim, draws: order.claim.draws.filter(isSupply) }],
    },
  }
}
