import type { QuoteContext, ResolvedShop } from '../domain/index.ts'
import { Refusal } from '../domain/index.ts'
import type { Customer } from '../store/index.ts'
import type { ShopContext } from './context.ts'

/** What a customer says beside the selection; all of it may change the price. */
export interface Ordering {
  readonly answers?: Readonly<Record<string, unknown>>
  readonly participants?: readonly Readonly<Record<string, unknown>>[]
  readonly coupon?: string
  readonly plan?: string
  /** Ids of the customer's own, in the order in which they are used. */
  readonly entitlements?: readonly string[]
}

/** Gathers what a price depends on. Refuses UNKNOWN_ENTITLEMENT. */
export async function quoteContext(
  ctx: ShopContext,
  customer: Customer | undefined,
  { answers = {}, participants = [], coupon, plan, entitlements = [] }: Ordering,
  extra: { readonly visits?: number } = {},
): Promise<QuoteContext> {
  const now = ctx.clock.now()
  const [visits, noShows, membership] = customer
    ? await Promise.all([
        extra.visits ?? ctx.store.orders.history(customer.id),
        countsNoShows(ctx.shop()) ? ctx.store.orders.noShows({ customer: customer.id }) : [],
        membershipOf(ctx, customer),
      ])
    : [0, [], null]
  return {
    now,
    visits,
    noShows: noShows.length,
    membership,
    answers,
    participants,
    ...(coupon !== undefined && coupon.trim() !== '' && { coupon: coupon.trim() }),
    ...(plan !== undefined && { plan }),
    entitlements: await ownEntitlements(ctx, customer, entitlements),
  }
}

const asking = new WeakMap<ResolvedShop, boolean>()

/** Whether any rule asks for it: most shops do not, and save the query. */
function countsNoShows(shop: ResolvedShop): boolean {
  let asks = asking.get(shop)
  if (asks === undefined)
    asking.set(shop, (asks = JSON.stringify([shop.source.fees, shop.source.services]).includes('"customer.noShows"')))
  return asks
}

/** The one given by staff, or the one the customer has bought. */
export async function membershipOf(ctx: ShopContext, customer: Customer): Promise<string | null> {
  if (customer.membership !== null || !sellsMemberships(ctx.shop())) return customer.membership
  const product = await ctx.store.entitlements.membershipOf(customer.id, ctx.clock.now())
  return ctx.shop().entitlements.get(product ?? '')?.membership ?? null
}

const sellsMemberships = (shop: ResolvedShop): boolean =>
  [...shop.entitlements.values()].some(({ kind }) => kind === 'membership')

async function ownEntitlements(ctx: ShopContext, customer: Customer | undefined, ids: readonly string[]) {
  if (ids.length === 0) return []
  const own = customer ? await ctx.store.entitlements.ofCustomer(customer.id, ctx.clock.now()) : []
  return ids.map((id) => {
    const found = own.find((one) => one.id === id)
    if (!found) throw new Refusal('UNKNOWN_ENTITLEMENT', { field: 'entitlements' })
    return { id, product: found.product, left: found.left }
  })
}
