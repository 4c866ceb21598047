import { formatFen, orderNotice, waitlistNotice, type Notice } from '../domain/index.ts'
import type { EventMessage, EventSender, ShopContext } from '../flow/context.ts'
import { viewOf } from '../flow/views.ts'
import { waitlistView } from '../flow/waiting.ts'
import type { Order } from '../store/index.ts'
import { WechatError } from '../wechat/index.ts'

type Parts = Pick<ShopContext, 'shop' | 'shopAt' | 'store' | 'wechat' | 'clock' | 'log'>

/** What a template field holds, in Chinese, which is the language messages are sent in. */
const VALUES: Readonly<Record<string, (notice: Notice) => string | null>> = {
  status: ({ status }) => status['zh-CN'],
  service: ({ service }) => service['zh-CN'],
  time: ({ time }) => time?.['zh-CN'] ?? null,
  place: ({ place }) => place['zh-CN'],
  amount: ({ amount }) => (amount === null ? null : formatFen(amount)),
  number: ({ number }) => number,
  next: ({ next }) => next['zh-CN'],
}

/** Refusals of WeChat that no repetition changes: the customer did not agree, or the template is not as described. */
const FINAL = new Set(['43101', '47003', '40037', '40003'])

/**
 * Sends the subscribe messages that the shop describes to customers who came through WeChat. What the customer did not agree to,
 * or a template refuses, is noted and left; anything else is thrown, and the event is sent again later.
 */
export function subscribeMessages(ctx: () => ShopContext): EventSender {
  return {
    async send(event, order) {
      const messages = ctx().shop().source.publish?.messages ?? []
      const wanted = messages.filter(({ events }) => (events as readonly string[]).includes(event.type))
      if (wanted.length === 0) return
      const about = await subjectOf(ctx(), event, order)
      if (!about) return
      for (const { template, fields } of wanted) await sendOne(ctx(), event, about, template, fields)
    },
  }
}

interface Subject {
  readonly openid: string
  readonly notice: Notice
  readonly page: string
}

async function subjectOf(ctx: ShopContext, event: EventMessage, order: Order | null): Promise<Subject | undefined> {
  const entry = order ? undefined : await ctx.store.waitlist.find(event.order)
  const customer = await ctx.store.customers.find(order?.customer ?? entry?.customer ?? '')
  if (!customer?.openid || customer.erasedAt) return undefined
  const shop = order ? await ctx.shopAt(order.version) : ctx.shop()
  const notice = order
    ? orderNotice(shop, event.type, await viewOf(ctx, order))
    : entry && waitlistNotice(shop, event.type, await waitlistView(ctx, entry))
  if (!notice) return undefined
  const page = order ? `pages/order/index?id=${order.id}` : 'pages/orders/index'
  return { openid: customer.openid, notice, page }
}

async function sendOne(
  { wechat, log }: Parts,
  event: EventMessage,
  { openid, notice, page }: Subject,
  templateId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const values = Object.fromEntries(
    Object.entries(fields).flatMap(([name, holds]) => {
      const value = VALUES[holds]?.(notice) ?? null
      // The platform refuses an empty field.
      return [[name, value ?? '—']]
    }),
  )
  try {
    await wechat.sendSubscribeMessage({ openid, templateId, values, page })
  } catch (error) {
    if (!(error instanceof WechatError) || !FINAL.has(String(error.errcode))) throw error
    log.info({ event: event.type, subject: event.order, errcode: error.errcode }, 'A message was not taken.')
  }
}
