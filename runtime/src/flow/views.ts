import {
  instantToWall,
  money,
  onSiteLeft,
  orderView,
  type FormField,
  type OrderView,
  type PublicForm,
  type ResolvedShop,
  type Words,
} from '../domain/index.ts'
import type { Customer, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { formOf, participantsOf } from './answering.ts'

/** An order as staff see it: personal fields masked. */
export interface ConsoleOrder extends OrderView {
  readonly customer: {
    readonly id: string
    readonly name: string | null
    readonly phone: string | null
    readonly visits: number
  }
}

export async function viewOf(ctx: ShopContext, order: Order): Promise<OrderView> {
  return withMove(
    order,
    orderView(await ctx.shopAt(order.version), order, order.entries, ctx.clock.now()),
    ctx.clock.now(),
  )
}

/** While a place is kept for a move, its fee is what can be paid next. */
function withMove({ pendingMove }: Order, view: OrderView, now: Date): OrderView {
  if (!pendingMove || pendingMove.expiresAt <= now) return view
  return {
    ...view,
    nextPayment: { amount: pendingMove.fee, due: pendingMove.expiresAt.toISOString(), where: 'app' },
    can: { ...view.can, pay: true },
  }
}

export const viewsOf = (ctx: ShopContext, orders: readonly Order[]): Promise<OrderView[]> =>
  Promise.all(orders.map((order) => viewOf(ctx, order)))

export async function consoleViewsOf(ctx: ShopContext, orders: readonly Order[]): Promise<ConsoleOrder[]> {
  const ids = orders.map(({ customer }) => customer)
  const [customers, visits] = await Promise.all([ctx.store.customers.findSome(ids), ctx.store.orders.visits(ids)])
  return Promise.all(
    orders.map(async (order) => {
      const shop = await ctx.shopAt(order.version)
      const customer = customers.get(order.customer)
      const view = orderView(shop, order, order.entries, ctx.clock.now())
      const { invoice, feedback } = view
      const later = (form: string, answers: Readonly<Record<string, unknown>> | null) =>
        answers && masked(shop.forms.get(form), answers)
      return {
        ...view,
        answers: masked(formOf(shop, order.selection.service), order.answers),
        participants: order.participants.map((answers) => masked(participantsOf(shop, order.selection)?.form, answers)),
        invoice: invoice && { ...invoice, answers: later(invoice.form, invoice.answers) },
        feedback: feedback && { ...feedback, answers: later(feedback.form, feedback.answers) },
        customer: {
          id: order.customer,
          name: customer?.name ? maskedName(customer.name) : null,
          phone: customer?.phone ? maskedPhone(customer.phone) : null,
          visits: visits.get(order.customer) ?? 0,
        },
      }
    }),
  )
}

export async function consoleViewOf(ctx: ShopContext, order: Order): Promise<ConsoleOrder> {
  const [view] = await consoleViewsOf(ctx, [order])
  if (!view) throw new Error('An order has no view.')
  return view
}

/** `138****8000` */
export const maskedPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** `李*`, `欧**`: the first character stays. */
export const maskedName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name.trim())
  return `${first}${'*'.repeat(Math.min(Math.max(rest.length, 1), 2))}`
}

/** Answers of these kinds say nothing of who or where somebody is; a note is for those who do the work. */
const PLAIN: readonly FormField['kind'][] = [
  'longText',
  'number',
  'choice',
  'several',
  'date',
  'time',
  'rating',
  'consent',
  'computed',
  'note',
]

/** Texts and documents masked; files and repeating groups told by their number. */
function masked(form: PublicForm | undefined, answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = new Map(form?.fields.map((field) => [field.id, field]))
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, maskedAnswer(fields.get(id), value)]))
}

function maskedAnswer(field: FormField | undefined, value: unknown): unknown {
  if (field?.birthDate === true && typeof value === 'string') return `${value.slice(0, 4)}-**-**`
  if (field && PLAIN.includes(field.kind)) return value
  if (field?.kind === 'phone' && typeof value === 'string') return maskedPhone(value)
  if (typeof value === 'string') return maskedName(value)
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'object' || value === null) return value
  const { type, number } = value as { type?: unknown; number?: unknown }
  return { type, number: typeof number === 'string' ? `${number.slice(0, 3)}****${number.slice(-2)}` : null }
}

export interface CustomerView {
  readonly id: string
  readonly phone: string | null
  readonly membership: { readonly id: string; readonly title: Words } | null
  readonly visits: number
  readonly createdAt: string
}

/** A customer, masked. */
export function customerView(shop: ResolvedShop, customer: Customer, visits: number): CustomerView {
  const { id, phone, membership, createdAt } = customer
  const title = membership === null ? undefined : shop.memberships.get(membership)
  return {
    id,
    phone: phone && maskedPhone(phone),
    membership: membership !== null && title ? { id: membership, title } : null,
    visits,
    createdAt: createdAt.toISOString(),
  }
}

/** One line for each movement of money and each event, as the console shows them. */
export const accountOf = (order: Order) => ({
  ledger: order.entries.map(({ kind, amount, at, state }) => ({ kind, amount, at: at.toISOString(), state })),
  history: order.events.map(({ type, at }) => ({ event: type, at: at.toISOString() })),
})

/** What is still expected at the counter. */
export function expectedOnSite(order: Order): number {
  if (order.state !== 'confirmed') return 0
  return onSiteLeft(order.quote, money(order.entries, order.quote, order), order.withdrawals)
}

export const todayAt = (ctx: ShopContext): string => instantToWall(ctx.clock.now(), ctx.shop().zone).day
