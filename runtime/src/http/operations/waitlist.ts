import { couponsLeft } from '../../flow/coupons.ts'
import { joinWaitlist, leaveWaitlist, waitlistView, type WaitlistRequest } from '../../flow/waiting.ts'
import { entitlementViews } from '../../flow/entitling.ts'
import { operation, signedIn, summary } from '../operation.ts'

export const joinLine = operation<WaitlistRequest>({
  method: 'post',
  path: '/waitlist',
  id: 'joinWaitlist',
  tag: 'booking',
  summary: summary('排候补', 'Join the waiting list'),
  access: 'customer',
  body: 'WaitlistRequest',
  repeatable: 'required',
  responses: { 201: 'WaitlistEntry' },
  refusals: ['WAITLIST_NOT_OFFERED', 'WAITLIST_FULL', 'ALREADY_WAITING', 'ANSWERS_INVALID', 'CONSENT_MISSING'],
  handle: async (call) => ({
    status: 201,
    body: await waitlistView(call.ctx, await joinWaitlist(call.ctx, signedIn(call), call.body, call.requestKey)),
  }),
})

export const listLines = operation({
  method: 'get',
  path: '/waitlist',
  id: 'listWaitlist',
  tag: 'booking',
  summary: summary('我的候补', 'Where I wait'),
  access: 'customer',
  responses: { 200: 'WaitlistEntries' },
  async handle(call) {
    const found = await call.ctx.store.waitlist.ofCustomer(signedIn(call).id)
    return { status: 200, body: { entries: await Promise.all(found.map((entry) => waitlistView(call.ctx, entry))) } }
  },
})

export const leaveLine = operation({
  method: 'delete',
  path: '/waitlist/{id}',
  id: 'leaveWaitlist',
  tag: 'booking',
  summary: summary('不再候补', 'Leave the waiting list'),
  access: 'customer',
  responses: { 204: null },
  async handle(call) {
    await leaveWaitlist(call.ctx, signedIn(call), call.params.id ?? '')
    return { status: 204 }
  },
})

export const listEntitlements = operation({
  method: 'get',
  path: '/me/entitlements',
  id: 'listEntitlements',
  tag: 'account',
  summary: summary('我的次卡、会员和储值', 'My passes, memberships and stored value'),
  access: 'customer',
  responses: { 200: 'Entitlements' },
  handle: async (call) => ({
    status: 200,
    body: { entitlements: await entitlementViews(call.ctx, signedIn(call).id) },
  }),
})

export const listCoupons = operation({
  method: 'get',
  path: '/me/coupons',
  id: 'listCoupons',
  tag: 'account',
  summary: summary('公开的优惠券我还能用几次', 'How often I may still use the coupons that are shown to everybody'),
  access: 'customer',
  responses: { 200: 'CouponsLeft' },
  handle: async (call) => ({ status: 200, body: { coupons: await couponsLeft(call.ctx, signedIn(call).id) } }),
})
