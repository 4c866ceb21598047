import { expect } from 'chai'
import {
  createWechatPay,
  ForgedNotice,
  type ForgedReason,
  type Notice,
  type WechatPay,
} from '../../src/wechat/index.ts'
import { startWechatSimulator, type Forgery, type WechatSimulator } from '../../src/wechat/simulator/index.ts'
import { openDesk, type Desk } from './desk.ts'
import { rejection } from './rejection.ts'
import { clockAt } from './set-clock.ts'

const START = '2026-12-02T06:30:00Z'

describe('Notices of WeChat Pay', () => {
  const clock = clockAt(START)
  let simulator: WechatSimulator
  let desk: Desk
  let pay: WechatPay
  let read: (Notice | ForgedReason)[] = []
  /** Statuses to answer with, before 204s. */
  let answers: number[] = []
  let orders = 0

  before(async () => {
    desk = await openDesk(async ({ headers, body }, response) => {
      try {
        read.push(await pay.readNotice(headers, body))
        response.writeHead(answers.shift() ?? 204).end()
      } catch (error) {
        read.push(error instanceof ForgedNotice ? error.reason : 'UNREADABLE')
        response.writeHead(401).end()
      }
    })
    simulator = await startWechatSimulator({ clock, noticeSchedule: [1, 1, 1], refundDelayMs: 0 })
    pay = createWechatPay({ ...simulator.config.pay, clock })
  })
  after(async () => {
    await simulator.close()
    await desk.close()
  })
  beforeEach(() => {
    clock.set(new Date(START))
    desk.received.length = 0
    read = []
    answers = []
  })

  async function paidOrder(): Promise<string> {
    const outTradeNo = `notice_${(orders += 1)}`
    const { prepayId } = await pay.prepayJsapi({
      outTradeNo,
      description: '理发',
      total: 6_800,
      openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
      expiresAt: new Date('2026-12-02T07:00:00Z'),
      notifyUrl: `${desk.url}/notices`,
    })
    await fetch(`${simulator.baseUrl}/simulator/pay`, {
      method: 'POST',
      body: JSON.stringify({ prepay_id: prepayId }),
    })
    return outTradeNo
  }
  const noticesRead = () => read.filter((one): one is Notice => typeof one === 'object')
  const ordersRead = () =>
    noticesRead().map((notice) => (notice.kind === 'payment' ? notice.transaction : notice.refund).outTradeNo)

  it('tell of a payment, once, when they are taken at once', async () => {
    const outTradeNo = await paidOrder()
    await simulator.notices.settled()
    expect(read).to.have.length(1)
    expect(read[0]).to.deep.include({ kind: 'payment', eventType: 'TRANSACTION.SUCCESS' })
    const [notice] = noticesRead()
    expect(notice?.kind === 'payment' && notice.transaction).to.deep.include({
      outTradeNo,
      state: 'SUCCESS',
      total: 6_800,
      paidAt: new Date(START),
    })
  })

  it('come again with one id until they are taken', async () => {
    answers = [500, 302, 404]
    await paidOrder()
    await simulator.notices.settled()
    expect(read).to.have.length(4)
    expect(new Set(noticesRead().map(({ id }) => id)).size).to.equal(1)
  })

  it('stop after the last attempt', async () => {
    answers = [500, 500, 500, 500, 500, 500]
    await paidOrder()
    await simulator.notices.settled()
    expect(read).to.have.length(4)
  })

  it('come twice at once when asked to', async () => {
    simulator.notices.duplicateNext(3)
    await paidOrder()
    await simulator.notices.settled()
    expect(noticesRead()).to.have.length(3)
    expect(new Set(noticesRead().map(({ id }) => id)).size).to.equal(1)
  })

  it('come late and in another order when asked to', async () => {
    simulator.notices.hold()
    const first = await paidOrder()
    const second = await paidOrder()
    expect(read).to.have.length(0)
    clock.advance(20 * 60_000)
    await simulator.notices.release('reversed')
    expect(ordersRead()).to.deep.equal([second, first])
  })

  for (const status of ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const)
    it(`tell that a refund ended as ${status}`, async () => {
      const outTradeNo = await paidOrder()
      await simulator.notices.settled()
      simulator.endRefundsAs(status)
      const outRefundNo = `${outTradeNo}_r`
      const asked = { outTradeNo, outRefundNo, refund: 1_000, total: 6_800, notifyUrl: `${desk.url}/notices` }
      await pay.refund(asked)
      while (read.length < 2) await new Promise((resolve) => setImmediate(resolve))
      await simulator.notices.settled()
      const [, notice] = noticesRead()
      expect(notice).to.include({ kind: 'refund', eventType: `REFUND.${status}` })
      const told = notice?.kind === 'refund' ? notice.refund : undefined
      expect(told).to.include({ outRefundNo, outTradeNo, status, refund: 1_000, total: 6_800 })
      expect(await pay.queryRefund(outRefundNo)).to.deep.equal(told)
      simulator.endRefundsAs('SUCCESS')
    })

  describe('that are not WeChat Pay’s', () => {
    const claim = () => ({
      mchid: simulator.config.pay.mchid,
      url: `${desk.url}/notices`,
      eventType: 'TRANSACTION.SUCCESS' as const,
      content: {
        mchid: simulator.config.pay.mchid,
        appid: simulator.config.pay.appid,
        out_trade_no: 'never_paid',
        transaction_id: '42000000000000000000000000000000',
        trade_state: 'SUCCESS',
        amount: { total: 6_800 },
      },
    })

    for (const [forgery, reason] of [
      ['unsigned', 'HEADERS_MISSING'],
      ['strange-key', 'BAD_SIGNATURE'],
      ['altered', 'BAD_SIGNATURE'],
      ['old', 'TOO_OLD'],
      ['probe', 'SIGNATURE_PROBE'],
    ] as const satisfies readonly (readonly [Forgery, ForgedReason])[])
      it(`are refused: ${forgery}`, async () => {
        expect(await simulator.notices.forge(forgery, claim())).to.equal(401)
        expect(read).to.deep.equal([reason])
      })

    it('are refused when a true one is sent again later', async () => {
      await paidOrder()
      await simulator.notices.settled()
      const { headers, body } = desk.received[0]!
      expect(await pay.readNotice(headers, body)).to.deep.equal(read[0])
      clock.advance(301_000)
      expect((await rejection(pay.readNotice(headers, body), ForgedNotice)).reason).to.equal('TOO_OLD')
    })

    it('are refused when they are about another merchant, by key or by content', async () => {
      await paidOrder()
      await simulator.notices.settled()
      const { headers, body } = desk.received[0]!
      const reasonOf = async (client: WechatPay) =>
        (await rejection(client.readNotice(headers, body), ForgedNotice)).reason
      const other = simulator.account('another shop').pay
      expect(await reasonOf(createWechatPay({ ...other, clock }))).to.equal('UNREADABLE')
      const { apiV3Key } = simulator.config.pay
      expect(await reasonOf(createWechatPay({ ...other, apiV3Key, clock }))).to.equal('OTHER_MERCHANT')
      expect(await reasonOf(createWechatPay({ ...other, publicKeyId: 'PUB_KEY_ID_0', clock }))).to.equal('UNKNOWN_KEY')
    })

    it('are refused when a header comes twice', async () => {
      await paidOrder()
      await simulator.notices.settled()
      const { headers, body } = desk.received[0]!
      const twice = { ...headers, 'wechatpay-signature': [String(headers['wechatpay-signature']), 'x'] }
      expect((await rejection(pay.readNotice(twice, body), ForgedNotice)).reason).to.equal('HEADERS_MISSING')
    })
  })
})
