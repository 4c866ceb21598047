import { Refusal } from '../domain/index.ts'
import type { Customer } from '../store/index.ts'
import { WechatError } from '../wechat/index.ts'
import type { ShopContext } from './context.ts'

export type SignIn = { readonly wechatCode: string } | { readonly phone: string; readonly code: string }

const SESSION_MS = 30 * 86_400_000

/** Signs a customer in; an account is made at first sight. Refuses SIGN_IN_CODE_WRONG, WECHAT_UNAVAILABLE, TOO_MANY_REQUESTS. */
export async function signIn(
  ctx: ShopContext,
  request: SignIn,
): Promise<{ token: string; expiresAt: Date; customer: Customer }> {
  const now = ctx.clock.now()
  const identity =
    'phone' in request ? await ofPhone(ctx, request.phone, request.code) : await ofWechat(ctx, request.wechatCode)
  const customer = await ctx.store.customers.signedIn(identity, now)
  const session = await ctx.store.sessions.open('customer', customer.id, now, new Date(now.getTime() + SESSION_MS))
  return { ...session, customer }
}

async function ofPhone(ctx: ShopContext, phone: string, code: string) {
  if (!(await ctx.store.signInCodes.redeem(phone, code, ctx.clock.now())))
    throw new Refusal('SIGN_IN_CODE_WRONG', { field: 'code' })
  return { phone }
}

async function ofWechat(ctx: ShopContext, code: string) {
  try {
    return { openid: (await ctx.wechat.codeToSession(code)).openid }
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    if (error.retriable) throw new Refusal('WECHAT_UNAVAILABLE', { reason: String(error.errcode) })
    throw new Refusal('SIGN_IN_CODE_WRONG', { field: 'wechatCode', reason: String(error.errcode) })
  }
}

/** The phone behind a code of WeChat's phone button. Refuses INPUT_INVALID for a code that is used or wrong, WECHAT_UNAVAILABLE. */
export async function phoneByTap(ctx: ShopContext, code: string): Promise<string> {
  try {
    return (await ctx.wechat.phoneNumber(code)).phone
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    if (error.retriable) throw new Refusal('WECHAT_UNAVAILABLE', { reason: String(error.errcode) })
    throw new Refusal('INPUT_INVALID', { field: 'code', reason: String(error.errcode) })
  }
}

/** Makes and sends a code. Refuses SIGN_IN_UNAVAILABLE where nothing can send it, TOO_MANY_REQUESTS. */
export async function sendSignInCode(ctx: ShopContext, phone: string): Promise<{ code: string; expiresAt: Date }> {
  if (!ctx.sendCode && !ctx.simulated) throw new Refusal('SIGN_IN_UNAVAILABLE')
  const issued = await ctx.store.signInCodes.issue(phone, ctx.clock.now(), !ctx.simulated)
  await ctx.sendCode?.(phone, issued.code)
  return issued
}

/** The customer of a session; undefined when it is over or the account was deleted. */
export async function customerOf(ctx: ShopContext, token: string): Promise<Customer | undefined> {
  const session = await ctx.store.sessions.find('customer', token, ctx.clock.now())
  const customer = session && (await ctx.store.customers.find(session.subject))
  return customer?.erasedAt ? undefined : customer
}
