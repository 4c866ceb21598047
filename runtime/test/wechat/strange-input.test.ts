import { expect } from 'chai'
import fc from 'fast-check'
import { generateKeyPairSync } from 'node:crypto'
import { Aes, Rsa } from 'wechatpay-axios-plugin'
import { ForgedNotice } from '../../src/wechat/index.ts'
import { answerMessage } from '../../src/wechat/pay-messages.ts'
import { readNotice } from '../../src/wechat/pay-notice.ts'
import { refundOf, transactionOf } from '../../src/wechat/pay-records.ts'
import { clockAt } from './set-clock.ts'

const paid = {
  out_trade_no: 'order_1',
  trade_state: 'SUCCESS',
  transaction_id: '4200',
  success_time: '2026-12-02T14:30:00+08:00',
  amount: { total: 6_800 },
}

describe('A transaction', () => {
  it('is read with its instant in UTC', () =>
    expect(transactionOf(paid)).to.deep.equal({
      outTradeNo: 'order_1',
      state: 'SUCCESS',
      transactionId: '4200',
      total: 6_800,
      paidAt: new Date('2026-12-02T06:30:00Z'),
    }))

  for (const [what, change] of [
    ['a state nobody knows', { trade_state: 'DONE' }],
    ['no number', { out_trade_no: undefined }],
    ["no number of WeChat's", { transaction_id: undefined }],
    ['no amount', { amount: {} }],
    ['an amount in text', { amount: { total: '6800' } }],
    ['an amount with fractions', { amount: { total: 68.5 } }],
    ['no time of payment', { success_time: 'yesterday' }],
  ] as const)
    it(`with ${what} is none`, () => expect(transactionOf({ ...paid, ...change })).to.equal(undefined))

  it('is never more than one, whatever comes', () => {
    const record = fc.dictionary(fc.constantFrom(...Object.keys(paid), 'payer', 'out_refund_no'), fc.jsonValue())
    fc.assert(
      fc.property(record, (json) => {
        transactionOf(json)
        refundOf(json)
      }),
    )
  })
})

describe('A notice', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const apiV3Key = '0123456789abcdef0123456789abcdef'
  const keys = { appid: 'wx1', mchid: '1600000000', apiV3Key, platformKeys: { K: publicKey } }
  const clock = clockAt('2026-12-02T06:30:00Z')
  const timestamp = String(clock.now().getTime() / 1000)
  const readSigned = (body: string) =>
    readNotice(
      keys,
      clock,
      {
        'wechatpay-timestamp': timestamp,
        'wechatpay-nonce': 'n',
        'wechatpay-serial': 'K',
        'wechatpay-signature': Rsa.sign(answerMessage(timestamp, 'n', body), privateKey),
      },
      body,
    )
  const noticeOf = (content: unknown) =>
    JSON.stringify({
      id: 'EV-1',
      event_type: 'TRANSACTION.SUCCESS',
      resource: {
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: Aes.AesGcm.encrypt(JSON.stringify(content), apiV3Key, '0123456789ab', 'transaction'),
        nonce: '0123456789ab',
        associated_data: 'transaction',
      },
    })

  it('is read when it is about this merchant and somebody has paid', () => {
    const notice = readSigned(noticeOf({ ...paid, appid: 'wx1', mchid: keys.mchid }))
    expect(notice.kind === 'payment' && notice.transaction.total).to.equal(6_800)
  })

  for (const [what, change, reason] of [
    ['about an order nobody has paid', { trade_state: 'NOTPAY' }, 'UNREADABLE'],
    ['of another app', { appid: 'wx2' }, 'OTHER_MERCHANT'],
    ['of another merchant', { mchid: '1' }, 'OTHER_MERCHANT'],
  ] as const)
    it(`${what} is refused, well signed or not`, () => {
      const body = noticeOf({ ...paid, appid: 'wx1', mchid: keys.mchid, ...change })
      expect(() => readSigned(body))
        .to.throw(ForgedNotice)
        .with.property('reason', reason)
    })

  it('is refused and never a crash, whatever is signed', () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.jsonValue().map(noticeOf))
    fc.assert(
      fc.property(text, (body) => {
        expect(() => readSigned(body)).to.throw(ForgedNotice)
      }),
      { numRuns: 50 },
    )
  })

  it('is refused and never a crash, whatever the headers are', () => {
    const names = ['timestamp', 'nonce', 'serial', 'signature'].map((name) => `Wechatpay-${name}`)
    const value = fc.oneof(fc.string(), fc.constantFrom(timestamp, 'K', '__proto__'), fc.array(fc.string()))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (headers) => {
        expect(() => readNotice(keys, clock, headers, noticeOf(paid))).to.throw(ForgedNotice)
      }),
    )
  })
})
