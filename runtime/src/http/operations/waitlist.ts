import { joinWaitlist, leaveWaitlist, waitlistView, type WaitlistRequest } from '../../flow/waiting.ts'
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
