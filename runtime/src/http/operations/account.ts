import { Refusal } from '../../domain/index.ts'
import { couponsLeft } from '../../flow/coupons.ts'
import { entitlementViews } from '../../flow/entitling.ts'
import { eraseCustomer, exportOf } from '../../flow/personal.ts'
import { phoneByTap, signIn, sendSignInCode, type SignIn } from '../../flow/signing-in.ts'
import { customerView, maskedPhone } from '../../flow/views.ts'
import { operation, signedIn, summary } from '../operation.ts'

export const sendCode = operation<{ phone: string }>({
  method: 'post',
  path: '/sign-in-codes',
  id: 'sendSignInCode',
  tag: 'account',
  summary: summary('发送登录验证码', 'Send a sign-in code'),
  access: 'open',
  body: 'SignInCodeRequest',
  limit: 'signIn',
  responses: { 202: 'SignInCodeSent' },
  refusals: ['SIGN_IN_UNAVAILABLE'],
  async handle({ ctx, body }) {
    const { code, expiresAt } = await sendSignInCode(ctx, body.phone)
    return { status: 202, body: { expiresAt: expiresAt.toISOString(), ...(ctx.simulated && { simulatedCode: code }) } }
  },
})

export const createSession = operation<SignIn>({
  method: 'post',
  path: '/sessions',
  id: 'createSession',
  tag: 'account',
  summary: summary('登录：微信登录凭证，或手机号和验证码', 'Sign in: a WeChat code, or phone and code'),
  access: 'open',
  body: 'SessionRequest',
  limit: 'signIn',
  responses: { 201: 'Session' },
  refusals: ['SIGN_IN_CODE_WRONG', 'WECHAT_UNAVAILABLE'],
  async handle({ ctx, body }) {
    const { token, expiresAt, customer } = await signIn(ctx, body)
    const phone = customer.phone && maskedPhone(customer.phone)
    return { status: 201, body: { token, expiresAt: expiresAt.toISOString(), customer: { id: customer.id, phone } } }
  },
})

export const readPhoneNumber = operation<{ code: string }>({
  method: 'post',
  path: '/phone-numbers',
  id: 'readPhoneNumber',
  tag: 'account',
  summary: summary('微信手机号按钮给的凭证换手机号', 'The phone number behind the code of WeChat’s phone button'),
  access: 'customer',
  body: 'PhoneNumberRequest',
  limit: 'signIn',
  responses: { 200: 'PhoneNumber' },
  refusals: ['WECHAT_UNAVAILABLE'],
  handle: async ({ ctx, body }) => ({ status: 200, body: { phone: await phoneByTap(ctx, body.code) } }),
})

export const deleteSession = operation({
  method: 'delete',
  path: '/sessions/current',
  id: 'deleteSession',
  tag: 'account',
  summary: summary('退出登录', 'Sign out'),
  access: 'customer',
  responses: { 204: null },
  async handle({ ctx, token }) {
    await ctx.store.sessions.close(token)
    return { status: 204 }
  },
})

export const getMe = operation({
  method: 'get',
  path: '/me',
  id: 'getMe',
  tag: 'account',
  summary: summary('我的资料', 'My account'),
  access: 'customer',
  responses: { 200: 'Me' },
  async handle(call) {
    const { ctx } = call
    const customer = signedIn(call)
    const visits = await ctx.store.orders.visits([customer.id])
    return { status: 200, body: customerView(ctx.shop(), customer, visits.get(customer.id) ?? 0) }
  },
})

export const exportMe = operation({
  method: 'get',
  path: '/me/export',
  id: 'exportMe',
  tag: 'account',
  summary: summary('导出我的全部个人信息', 'Export everything kept about me'),
  access: 'customer',
  responses: { 200: 'Export' },
  handle: async (call) => ({ status: 200, body: await exportOf(call.ctx, signedIn(call)) }),
})

export const deleteMe = operation({
  method: 'delete',
  path: '/me',
  id: 'deleteMe',
  tag: 'account',
  summary: summary('注销账号', 'Delete my account'),
  access: 'customer',
  responses: { 204: null },
  refusals: ['BOOKING_OPEN'],
  async handle(call) {
    const customer = signedIn(call)
    if (customer.erasedAt) throw new Refusal('NOT_SIGNED_IN')
    await eraseCustomer(call.ctx, customer)
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
