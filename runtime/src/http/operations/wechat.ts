import { effectOf, factsOf, isPaid } from '../../flow/settling.ts'
import type { NoticeFacts } from '../../store/index.ts'
import { ForgedNotice, type Notice } from '../../wechat/index.ts'
import { operation, summary, type Call, type Reply } from '../operation.ts'

/** WeChat Pay waits five seconds; what takes longer is done by the job. */
const WITHIN_MS = 3000

async function receive({ ctx, body, req }: Call<string>): Promise<Reply> {
  let notice: Notice
  try {
    notice = await ctx.pay.readNotice(req.headers, typeof body === 'string' ? body : '')
  } catch (error) {
    if (!(error instanceof ForgedNotice)) throw error
    ctx.log.warn({ reason: error.reason }, 'A payment notice was not believed.')
    return { status: 401, body: { code: 'FAIL', message: 'The notice was not believed.' } }
  }
  const facts = factsIn(notice)
  if (!facts || !(await ctx.store.notices.receive(notice.id, facts, ctx.clock.now()))) return { status: 204 }
  // From here on it cannot get lost, whether its effect comes now or with the next round of the job.
  const effect = effectOf(ctx, notice.id, facts).catch((error: unknown) =>
    ctx.log.error({ notice: notice.id, error: String(error) }, 'A payment notice is left to the job.'),
  )
  let timer: NodeJS.Timeout | undefined
  await Promise.race([effect, new Promise((resolve) => (timer = setTimeout(resolve, WITHIN_MS)))])
  clearTimeout(timer)
  return { status: 204 }
}

function factsIn(notice: Notice): NoticeFacts | undefined {
  if (notice.kind === 'payment') return isPaid(notice.transaction) ? factsOf(notice.transaction) : undefined
  const { outTradeNo, outRefundNo, status, succeededAt } = notice.refund
  return { kind: 'refund', outTradeNo, outRefundNo, status, endedAt: succeededAt ?? null }
}

const noticeOperation = (kind: 'payment' | 'refund', zh: string, en: string) =>
  operation<string>({
    method: 'post',
    path: `/wechat/${kind}-notices`,
    id: `receive${kind === 'payment' ? 'Payment' : 'Refund'}Notice`,
    tag: 'wechat',
    summary: summary(zh, en),
    access: 'open',
    raw: true,
    responses: { 204: null, 401: 'WechatError' },
    handle: receive,
  })

export const receivePaymentNotice = noticeOperation('payment', '微信支付的支付通知', 'Payment notice of WeChat Pay')
export const receiveRefundNotice = noticeOperation('refund', '微信支付的退款通知', 'Refund notice of WeChat Pay')
