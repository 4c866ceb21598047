import { expect } from 'chai'
import { generateKeyPairSync } from 'node:crypto'
import { createWechatPay, WechatPayError, type WechatPay } from '../../src/wechat/index.ts'
import { startWechatSimulator, type SimulatorConfig, type WechatSimulator } from '../../src/wechat/simulator/index.ts'
import { openDesk, type Desk } from './desk.ts'
import { rejection } from './rejection.ts'
import { clockAt } from './set-clock.ts'

const MINUTE = 60_000
const START = '2026-12-02T06:30:00Z'

describe('WechatPay against the simulator', () => {
  const clock = clockAt(START)
  let simulator: WechatSimulator
  let desk: Desk
  let pay: WechatPay
  let orders = 0

  before(async () => {
    simulator = await startWechatSimulator({ clock, noticeSchedule: [], refundDelayMs: 0 })
    desk = await openDesk((_received, response) => void response.writeHead(204).end())
    pay = clientOf()
  })
  after(async () => {
    await simulator.close()
    await desk.close()
  })
  beforeEach(() => clock.set(new Date(START)))
  afterEach(() => simulator.faults.clear())

  const clientOf = (changes: Partial<SimulatorConfig['pay']> & { timeoutMs?: number } = {}) =>
    createWechatPay({ ...simulator.config.pay, clock, ...changes })
  const order = () => ({
    outTradeNo: `order_${(orders += 1)}`,
    description: '少儿绘画 · 十次课',
    total: 19_900,
    openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    expiresAt: new Date(clock.now().getTime() + 15 * MINUTE),
    notifyUrl: `${desk.url}/notices`,
  })
  const customerPays = async (body: object) => {
    const response = await fetch(`${simulator.baseUrl}/simulator/pay`, { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, ...((await response.json()) as { errMsg: string; reason?: string }) }
  }
  const codeOf = async (promise: Promise<unknown>) => (await rejection(promise, WechatPayError)).code
  async function paidOrder() {
    const made = order()
    const { prepayId } = await pay.prepayJsapi(made)
    expect((await customerPays({ prepay_id: prepayId })).status).to.equal(200)
    return made
  }

  it('takes an order from prepayment to paid', async () => {
    const made = { ...order(), attach: 'shop_1' }
    expect(await pay.query(made.outTradeNo)).to.equal(undefined)
    const { prepayId } = await pay.prepayJsapi(made)
    expect(await pay.query(made.outTradeNo)).to.deep.equal({
      outTradeNo: made.outTradeNo,
      state: 'NOTPAY',
      attach: 'shop_1',
    })
    expect(await customerPays(pay.paymentParameters(prepayId))).to.deep.equal({
      status: 200,
      errMsg: 'requestPayment:ok',
    })
    const transaction = await pay.query(made.outTradeNo)
    expect(transaction).to.deep.include({
      outTradeNo: made.outTradeNo,
      state: 'SUCCESS',
      total: 19_900,
      openid: made.openid,
      paidAt: new Date(START),
    })
    expect(transaction?.state === 'SUCCESS' && transaction.transactionId).to.match(/^4200\d{24}$/)
  })

  it('takes an order made from a browser', async () => {
    const { h5Url } = await pay.prepayH5({ ...order(), clientIp: '203.0.113.7' })
    expect(h5Url).to.match(/^http:\/\/127\.0\.0\.1:\d+\/simulator\/h5pay\?prepay_id=wx\w+$/)
  })

  it('refuses payment parameters that somebody else signed', async () => {
    const { prepayId } = await pay.prepayJsapi(order())
    const parameters = pay.paymentParameters(prepayId)
    const answer = await customerPays({ ...parameters, nonceStr: `${parameters.nonceStr}0` })
    expect(answer.status).to.equal(400)
  })

  it('gives the same order the same prepayment, and refuses the same number for another one', async () => {
    const made = order()
    const first = await pay.prepayJsapi(made)
    expect(await pay.prepayJsapi(made)).to.deep.equal(first)
    expect(await codeOf(pay.prepayJsapi({ ...made, total: 1 }))).to.equal('INVALID_REQUEST')
    expect(await codeOf(pay.prepayH5({ ...made, clientIp: '203.0.113.7' }))).to.equal('OUT_TRADE_NO_USED')
  })

  it('refuses another prepayment of an order that is paid or closed', async () => {
    expect(await codeOf(pay.prepayJsapi(await paidOrder()))).to.equal('ORDERPAID')
    const made = order()
    await pay.prepayJsapi(made)
    await pay.close(made.outTradeNo)
    expect(await codeOf(pay.prepayJsapi(made))).to.equal('ORDER_CLOSED')
  })

  it('lets nobody pay after the order expired, was closed, or was paid', async () => {
    const made = order()
    const { prepayId } = await pay.prepayJsapi(made)
    clock.advance(15 * MINUTE - 1)
    expect((await customerPays({ prepay_id: prepayId })).status).to.equal(200)
    expect(await customerPays({ prepay_id: prepayId })).to.include({ status: 409, reason: 'PAID' })

    const late = await pay.prepayJsapi(order())
    clock.advance(15 * MINUTE)
    expect(await customerPays({ prepay_id: late.prepayId })).to.include({ status: 409, reason: 'EXPIRED' })

    const closing = order()
    const closed = await pay.prepayJsapi(closing)
    await pay.close(closing.outTradeNo)
    expect(await customerPays({ prepay_id: closed.prepayId })).to.include({ status: 409, reason: 'CLOSED' })
    expect(await customerPays({ prepay_id: 'wx0' })).to.include({ status: 409, reason: 'UNKNOWN' })
  })

  it('lets a prepayment live two hours, and gives the order another one then', async () => {
    const made = { ...order(), expiresAt: new Date(clock.now().getTime() + 24 * 60 * MINUTE) }
    const first = await pay.prepayJsapi(made)
    clock.advance(120 * MINUTE)
    expect(await customerPays({ prepay_id: first.prepayId })).to.include({ reason: 'EXPIRED' })
    const second = await pay.prepayJsapi(made)
    expect(second.prepayId).not.to.equal(first.prepayId)
    expect((await customerPays({ prepay_id: second.prepayId })).status).to.equal(200)
  })

  it('closes an order once or twice, but not a paid one nor one that is not there', async () => {
    const made = order()
    await pay.prepayJsapi(made)
    await pay.close(made.outTradeNo)
    await pay.close(made.outTradeNo)
    expect((await pay.query(made.outTradeNo))?.state).to.equal('CLOSED')
    expect(await codeOf(pay.close((await paidOrder()).outTradeNo))).to.equal('ORDERPAID')
    expect(await codeOf(pay.close('nothing_here'))).to.equal('ORDER_NOT_EXIST')
  })

  for (const [what, change] of [
    ['no amount', { total: 0 }],
    ['an amount with fractions', { total: 1.5 }],
    ['a number with a space', { outTradeNo: 'order 12345' }],
    ['an address with a query', { notifyUrl: 'https://example.com/n?a=1' }],
    ['an end that has passed', { expiresAt: new Date('2026-12-02T06:29:59Z') }],
    ['no customer', { openid: '' }],
  ] as const)
    it(`refuses an order with ${what}`, async () => {
      expect(await codeOf(pay.prepayJsapi({ ...order(), ...change }))).to.equal('PARAM_ERROR')
    })

  describe('refunds', () => {
    const refundOf = (made: { outTradeNo: string }, outRefundNo: string, refund: number) => ({
      outTradeNo: made.outTradeNo,
      outRefundNo,
      refund,
      total: 19_900,
      notifyUrl: `${desk.url}/notices`,
    })

    it('give back in parts, never more than was paid', async () => {
      const made = await paidOrder()
      const first = await pay.refund(refundOf(made, `${made.outTradeNo}_a`, 9_900))
      expect(first).to.include({ status: 'PROCESSING', refund: 9_900, total: 19_900, outTradeNo: made.outTradeNo })
      expect(await codeOf(pay.refund(refundOf(made, `${made.outTradeNo}_b`, 10_001)))).to.equal('INVALID_REQUEST')
      await pay.refund(refundOf(made, `${made.outTradeNo}_c`, 10_000))
      expect(await codeOf(pay.refund(refundOf(made, `${made.outTradeNo}_d`, 1)))).to.equal('INVALID_REQUEST')
      expect((await pay.query(made.outTradeNo))?.state).to.equal('REFUND')
    })

    it('of one number give back once', async () => {
      const made = await paidOrder()
      const first = await pay.refund(refundOf(made, `${made.outTradeNo}_a`, 15_000))
      const again = await pay.refund(refundOf(made, `${made.outTradeNo}_a`, 15_000))
      expect(again.refundId).to.equal(first.refundId)
      expect(await codeOf(pay.refund(refundOf(made, `${made.outTradeNo}_a`, 14_000)))).to.equal('INVALID_REQUEST')
    })

    it('whose answer was lost can be asked for and tried again', async () => {
      const made = await paidOrder()
      const asked = refundOf(made, `${made.outTradeNo}_a`, 19_900)
      simulator.faults.add({ kind: 'lose-answer', path: '/v3/refund' })
      const lost = await rejection(pay.refund(asked), WechatPayError)
      expect([lost.code, lost.retriable]).to.deep.equal(['NETWORK', true])
      const known = await pay.queryRefund(asked.outRefundNo)
      expect(known?.refund).to.equal(19_900)
      expect((await pay.refund(asked)).refundId).to.equal(known?.refundId)
    })

    it('are at most fifty', async () => {
      const made = await paidOrder()
      for (let n = 0; n < 50; n += 1) await pay.refund(refundOf(made, `${made.outTradeNo}_${n}`, 1))
      expect(await codeOf(pay.refund(refundOf(made, `${made.outTradeNo}_50`, 1)))).to.equal('INVALID_REQUEST')
    })

    it('are refused before payment, after a year, of another total and of an unknown order', async () => {
      const unpaid = order()
      await pay.prepayJsapi(unpaid)
      expect(await codeOf(pay.refund(refundOf(unpaid, 'r_unpaid', 1)))).to.equal('INVALID_REQUEST')
      const made = await paidOrder()
      expect(await codeOf(pay.refund({ ...refundOf(made, 'r_total', 1), total: 1 }))).to.equal('INVALID_REQUEST')
      clock.advance(366 * 86_400_000)
      expect(await codeOf(pay.refund(refundOf(made, 'r_year', 1)))).to.equal('INVALID_REQUEST')
      expect(await codeOf(pay.refund(refundOf({ outTradeNo: 'nothing_here' }, 'r_none', 1)))).to.equal(
        'RESOURCE_NOT_EXISTS',
      )
      expect(await pay.queryRefund('r_none')).to.equal(undefined)
    })
  })

  describe('when something is wrong', () => {
    it('says so when the private key is not the one of the certificate', async () => {
      const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      })
      const error = await rejection(clientOf({ privateKey: other.toString() }).query('order_1'), WechatPayError)
      expect([error.status, error.code, error.retriable]).to.deep.equal([401, 'SIGN_ERROR', false])
      expect(error.message).to.match(/签名错误：验签不通过.*private key: they belong together/)
    })

    it("says so when the merchant's number or serial is wrong", async () => {
      for (const change of [{ mchid: '1' }, { serial: 'ABC' }])
        expect(await codeOf(clientOf(change).query('order_1'))).to.equal('SIGN_ERROR')
    })

    it("trusts no answer when the platform's key is another one", async () => {
      const made = order()
      await pay.prepayJsapi(made)
      const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
        type: 'spki',
        format: 'pem',
      })
      const error = await rejection(clientOf({ publicKey: other.toString() }).query(made.outTradeNo), WechatPayError)
      expect([error.code, error.retriable]).to.deep.equal(['UNTRUSTED_ANSWER', false])
      const strange = await rejection(clientOf({ publicKeyId: 'PUB_KEY_ID_0' }).query(made.outTradeNo), WechatPayError)
      expect(strange.message).to.match(/signed by key [0-9A-F]{40}, configured is PUB_KEY_ID_0/)
    })

    it('names the setting that cannot be used, and never quotes it', () => {
      for (const [change, message] of [
        [{ privateKey: 'secret text' }, /^WeChat Pay: privateKey is not an RSA key in PEM\.$/],
        [{ publicKey: 'text' }, /^WeChat Pay: the platform's key PUB_KEY_ID_\w+ is not/],
        [{ apiV3Key: 'short' }, /^WeChat Pay: apiV3Key must have 32 bytes\.$/],
      ] as const)
        expect(() => clientOf(change)).to.throw(message)
    })

    it('works with a platform certificate instead of the public key', async () => {
      const made = order()
      await pay.prepayJsapi(made)
      const { publicKey = '', publicKeyId: _id, ...rest } = simulator.config.pay
      const trial = createWechatPay({ ...rest, clock, platformCertificates: { X: publicKey } })
      const error = await rejection(trial.query(made.outTradeNo), WechatPayError)
      const [, serial = ''] = /signed by key (\w+)/.exec(error.message) ?? []
      const known = createWechatPay({ ...rest, clock, platformCertificates: { [serial]: publicKey } })
      expect((await known.query(made.outTradeNo))?.state).to.equal('NOTPAY')
    })

    it('can be tried again after a break, a busy platform and a long wait', async () => {
      const made = await paidOrder()
      const impatient = clientOf({ timeoutMs: 50 })
      for (const [fault, status, code] of [
        [{ kind: 'drop', path: '/v3/pay' }, 0, 'NETWORK'],
        [{ kind: 'refuse', code: 'SYSTEM_ERROR', path: '/v3/pay' }, 500, 'SYSTEM_ERROR'],
        [{ kind: 'refuse', code: 'FREQUENCY_LIMITED', path: '/v3/pay' }, 429, 'FREQUENCY_LIMITED'],
        [{ kind: 'delay', ms: 5000, path: '/v3/pay' }, 0, 'TIMEOUT'],
      ] as const) {
        simulator.faults.add(fault)
        const error = await rejection(impatient.query(made.outTradeNo), WechatPayError)
        expect([error.status, error.code, error.retriable]).to.deep.equal([status, code, true])
      }
      expect((await pay.query(made.outTradeNo))?.state).to.equal('SUCCESS')
    })

    it('refuses a request signed more than five minutes away', async () => {
      const wrong = createWechatPay({ ...simulator.config.pay, clock: clockAt('2026-12-02T06:24:59Z') })
      const error = await rejection(wrong.query('order_1'), WechatPayError)
      expect(error.message).to.contain('时间戳已过期')
    })

    it("does not show one merchant another merchant's orders", async () => {
      const made = await paidOrder()
      const other = createWechatPay({ ...simulator.account('another shop').pay, clock })
      expect(await other.query(made.outTradeNo)).to.equal(undefined)
    })
  })
})
