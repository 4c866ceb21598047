import { Refusal } from '../../domain/index.ts'
import { customerView, maskedName, maskedPhone } from '../../flow/views.ts'
import type { Customer } from '../../store/index.ts'
import type { ShopContext } from '../../flow/context.ts'
import { adjustByStaff, entitlementViews, grantByStaff } from '../../flow/entitling.ts'
import { unavailable } from '../../flow/paying.ts'
import { reconcile, type ReconcileOptions } from '../../flow/reconciling/index.ts'
import { waitlistView } from '../../flow/waiting.ts'
import { operation, summary } from '../operation.ts'
import { pattern } from '../schemas/build.ts'

const SESSION_MS = 12 * 3_600_000
const LONG_POLL_MS = 25_000
const LOOK_EVERY_MS = 500
const MOST_EVENTS = 100
const MOST_CUSTOMERS = 50

export const createConsoleSession = operation<{ password: string }>({
  method: 'post',
  path: '/console/sessions',
  id: 'createConsoleSession',
  tag: 'console',
  summary: summary('商家登录', 'Sign in as staff'),
  access: 'open',
  body: 'PasswordRequest',
  limit: 'password',
  responses: { 201: 'ConsoleSession' },
  refusals: ['PASSWORD_WRONG'],
  async handle({ ctx, body }) {
    if (!ctx.passwordIs(body.password)) throw new Refusal('PASSWORD_WRONG', { field: 'password' })
    const now = ctx.clock.now()
    const { token, expiresAt } = await ctx.store.sessions.open(
      'console',
      'console',
      now,
      new Date(now.getTime() + SESSION_MS),
    )
    return { status: 201, body: { token, expiresAt: expiresAt.toISOString() } }
  },
})

async function officeViewsOf(ctx: ShopContext, customers: readonly Customer[]) {
  const visits = await ctx.store.orders.visits(customers.map(({ id }) => id))
  return customers.map((customer) => ({
    ...customerView(ctx.shop(), customer, visits.get(customer.id) ?? 0),
    name: customer.name && maskedName(customer.name),
  }))
}

// A POST, though it only reads: servers and proxies log addresses, and what is looked for is a phone number.
export const searchCustomers = operation<{ q?: string }>({
  method: 'post',
  path: '/console/customer-searches',
  id: 'searchCustomers',
  tag: 'console',
  summary: summary('查找顾客，连同可给的会员等级', 'Find customers; also the memberships there are to give'),
  access: 'console',
  body: 'CustomerSearchRequest',
  responses: { 200: 'ConsoleCustomerList' },
  async handle({ ctx, body }) {
    const found = await ctx.store.customers.search(body.q ?? '', MOST_CUSTOMERS)
    const memberships = [...ctx.shop().memberships].map(([id, title]) => ({ id, title }))
    return { status: 200, body: { customers: await officeViewsOf(ctx, found), memberships } }
  },
})

export const putMembership = operation<{ membership: string | null }>({
  method: 'put',
  path: '/console/customers/{id}/membership',
  id: 'setMembership',
  tag: 'console',
  summary: summary('设置会员等级', 'Give or take a membership'),
  access: 'console',
  body: 'MembershipRequest',
  responses: { 200: 'ConsoleCustomer' },
  async handle({ ctx, params, body }) {
    const { membership } = body
    if (membership !== null && !ctx.shop().memberships.has(membership))
      throw new Refusal('INPUT_INVALID', { field: 'membership' })
    const id = params.id ?? ''
    const set = await ctx.store.customers.setMembership(id, membership)
    const customer = set ? await ctx.store.customers.find(id) : undefined
    if (!customer) throw new Refusal('NOT_FOUND')
    const [view] = await officeViewsOf(ctx, [customer])
    return { status: 200, body: view }
  },
})

export const listCustomerEntitlements = operation({
  method: 'get',
  path: '/console/customers/{id}/entitlements',
  id: 'listCustomerEntitlements',
  tag: 'console',
  summary: summary('顾客的次卡、会员和储值', 'Passes, memberships and stored value of a customer'),
  access: 'console',
  responses: { 200: 'Entitlements' },
  handle: async ({ ctx, params }) => ({
    status: 200,
    body: { entitlements: await entitlementViews(ctx, params.id ?? '') },
  }),
})

export const grantEntitlement = operation<{ product: string; reason?: string }>({
  method: 'post',
  path: '/console/customers/{id}/entitlements',
  id: 'grantEntitlement',
  tag: 'console',
  summary: summary('发放次卡、会员或储值', 'Give a pass, a membership or stored value'),
  access: 'console',
  body: 'GrantRequest',
  repeatable: 'optional',
  responses: { 201: 'Entitlements' },
  refusals: ['UNKNOWN_ENTITLEMENT'],
  async handle({ ctx, params, body, requestKey }) {
    const customer = await ctx.store.customers.find(params.id ?? '')
    if (!customer) throw new Refusal('NOT_FOUND')
    await grantByStaff(ctx, customer.id, body.product, requestKey)
    return { status: 201, body: { entitlements: await entitlementViews(ctx, customer.id) } }
  },
})

export const adjustEntitlement = operation<{ units: number; reason: string }>({
  method: 'post',
  path: '/console/customers/{id}/entitlements/{entitlement}/adjustments',
  id: 'adjustEntitlement',
  tag: 'console',
  summary: summary('调整次数或余额', 'Adjust what is left of a pass or of stored value'),
  access: 'console',
  body: 'AdjustmentRequest',
  repeatable: 'optional',
  responses: { 200: 'Entitlements' },
  refusals: ['ENTITLEMENT_USED_UP', 'UNKNOWN_ENTITLEMENT'],
  async handle({ ctx, params, body, requestKey }) {
    const customer = params.id ?? ''
    await adjustByStaff(ctx, customer, params.entitlement ?? '', body.units, requestKey)
    return { status: 200, body: { entitlements: await entitlementViews(ctx, customer) } }
  },
})

export const getWaitlist = operation<undefined, { service?: string }>({
  method: 'get',
  path: '/console/waitlist',
  id: 'getWaitlist',
  tag: 'console',
  summary: summary('候补名单', 'Who waits'),
  access: 'console',
  query: [{ name: 'service', schema: pattern('^[a-z][a-z0-9-]{0,39}$', 40) }],
  responses: { 200: 'ConsoleWaitlist' },
  async handle({ ctx, query }) {
    const { waitlist, customers } = ctx.store
    const services = query.service === undefined ? [...ctx.shop().services.keys()] : [query.service]
    const found = await Promise.all(
      services.map(async (service) => [
        ...(await waitlist.offeredFor(service)),
        ...(await waitlist.waitingFor(service)),
      ]),
    )
    const entries = found.flat()
    const known = await customers.findSome(entries.map(({ customer }) => customer))
    const views = entries.map(async (entry) => {
      const customer = known.get(entry.customer)
      return {
        ...(await waitlistView(ctx, entry)),
        customer: {
          id: entry.customer,
          name: customer?.name ? maskedName(customer.name) : null,
          phone: customer?.phone ? maskedPhone(customer.phone) : null,
        },
      }
    })
    return { status: 200, body: { entries: await Promise.all(views) } }
  },
})

export const createReconciliation = operation<ReconcileOptions>({
  method: 'post',
  path: '/console/reconciliations',
  id: 'reconcile',
  tag: 'console',
  summary: summary('对账：订单、名额、时间、收款是否一致', 'Hold books, places and money against one another'),
  access: 'console',
  body: 'ReconciliationRequest',
  responses: { 200: 'Reconciliation' },
  refusals: ['PAYMENT_UNAVAILABLE'],
  async handle({ ctx, body }) {
    const { at, ...rest } = await reconcile(ctx, body).catch(unavailable)
    return { status: 200, body: { at: at.toISOString(), ...rest } }
  },
})

export const getEvents = operation<undefined, { after?: string }>({
  method: 'get',
  path: '/console/events',
  id: 'getEvents',
  tag: 'console',
  summary: summary('新动态（长轮询，最多 25 秒）', 'What happens (long poll, at most 25 seconds)'),
  access: 'console',
  query: [
    {
      name: 'after',
      schema: pattern('^\\d{1,15}$', 15),
      description: '`after` of the answer before; left out: from now on.',
    },
  ],
  responses: { 200: 'Events' },
  async handle({ ctx, query, gone }) {
    if (query.after === undefined)
      return { status: 200, body: { events: [], after: String(await ctx.store.events.last()) } }
    const after = Number(query.after)
    const until = Date.now() + LONG_POLL_MS
    for (;;) {
      const found = await ctx.store.events.after(after, MOST_EVENTS)
      if (found.length > 0 || gone.aborted || Date.now() >= until) {
        const events = found.map(({ id, type, order, at }) => ({ id, type, order, at: at.toISOString() }))
        return { status: 200, body: { events, after: String(found.at(-1)?.sequence ?? after) } }
      }
      await pause(LOOK_EVERY_MS, gone)
    }
  },
})

const pause = (ms: number, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      gone.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    gone.addEventListener('abort', wake)
  })
