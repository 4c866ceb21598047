import { instantToWall, Refusal, type Assignment, type Draw, type ResolvedShop, type Words } from '../domain/index.ts'
import { idOfKind } from '../ids.ts'
import { PoolFull, type ClaimRef, type Until } from '../store/index.ts'
import type { ShopContext } from './context.ts'

/**
 * Adds draws to a claim, all or none. Refuses with what is used up: SOLD_OUT, LIMIT_REACHED (naming the order that is in the
 * way where there is one), COUPON_USED_UP.
 */
export async function drawn(
  ctx: ShopContext,
  shop: ResolvedShop,
  assignment: Assignment,
  claim: ClaimRef,
  draws: readonly Draw[],
  until: Until,
): Promise<ClaimRef> {
  try {
    return await ctx.store.claims.draw(claim, draws, until)
  } catch (error) {
    if (!(error instanceof PoolFull)) throw error
    throw await usedUp(ctx, shop, assignment, error)
  }
}

async function usedUp(
  ctx: ShopContext,
  shop: ResolvedShop,
  assignment: Assignment,
  { draw, holders }: PoolFull,
): Promise<Refusal> {
  const [kind = '', id = ''] = draw.pool.split('/')
  if (kind === 'coupon') {
    const code = shop.source.fees?.find((fee) => fee.id === id)?.code ?? id
    return new Refusal('COUPON_USED_UP', { field: 'coupon', values: { code } })
  }
  if (kind === 'limit') return limitReached(ctx, shop, assignment, id, holders)
  const title = titleOf(shop, assignment, draw)
  return new Refusal('SOLD_OUT', { field: 'selection', reason: 'soldOut', values: { title } })
}

/** What is sold out, in the shop's words. */
function titleOf(shop: ResolvedShop, assignment: Assignment, { counter }: Draw): Words {
  const service = shop.services.get(assignment.service)
  const quota = service?.quotas.get(counter)?.title
  const ticket = assignment.places
    .map(({ offering }) => service?.offerings.find(({ id }) => id === offering))
    .find((offering) => offering?.quotas.includes(counter))?.title
  return ticket ?? quota ?? service?.title ?? { 'zh-CN': assignment.service }
}

async function limitReached(
  ctx: ShopContext,
  shop: ResolvedShop,
  { service }: Assignment,
  id: string,
  holders: readonly string[],
): Promise<Refusal> {
  const limit = shop.services.get(service)?.policies.booking.limits.find((one) => one.id === id)
  const words = limit?.message ?? LIMITED
  const [earlier] = await Promise.all(holders.slice(0, 1).map((hold) => ctx.store.orders.find(idOfKind('ord', hold))))
  if (!earlier) return new Refusal('LIMIT_REACHED', { reason: id, words })
  const { day } = instantToWall(earlier.createdAt, shop.zone)
  return new Refusal('LIMIT_REACHED', {
    reason: id,
    values: { number: earlier.number, day },
    words: {
      'zh-CN': `${words['zh-CN']}已有登记：${earlier.number}（${day}）。`,
      en: `${words.en ?? LIMITED.en} There is an earlier one: ${earlier.number} (${day}).`,
    },
  })
}

const LIMITED = { 'zh-CN': '已达到次数上限。', en: 'The limit has been reached.' }
