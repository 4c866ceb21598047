import { expect } from 'chai'
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Aes, Rsa } from 'wechatpay-axios-plugin'
import { createWechatPay, ForgedNotice, WechatPayError, type WechatPay } from '../../src/wechat/index.ts'
import { answerMessage, paymentMessage, requestMessage } from '../../src/wechat/pay-messages.ts'
import { openDesk, type Desk } from './desk.ts'
import { rejection } from './rejection.ts'
import { clockAt } from './set-clock.ts'

interface PublishedValues {
  merchantPublicKey: string
  wechatpayPublicKey: string
  requestSign: Record<'method' | 'path' | 'timestamp' | 'nonce' | 'body' | 'message' | 'signature', string>
  paySign: Record<'appId' | 'timeStamp' | 'nonceStr' | 'package' | 'message' | 'signature', string>
  verifyResponse: Record<'timestamp' | 'nonce' | 'body' | 'signature', string>
  aes256gcm: Record<'key' | 'nonce' | 'associatedData' | 'plaintext' | 'ciphertextWithTagBase64', string>
}
const published = JSON.parse(readFileSync(new URL('published-values.json', import.meta.url), 'utf8')) as PublishedValues

const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
const platform = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe("WeChat Pay's published values", () => {
  const { requestSign, paySign, verifyResponse, aes256gcm } = published
  const merchantKey = createPublicKey(published.merchantPublicKey)
  let desk: Desk
  let answerBody = verifyResponse.body

  before(async () => {
    desk = await openDesk((_received, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'wechatpay-timestamp': verifyResponse.timestamp,
        'wechatpay-nonce': verifyResponse.nonce,
        'wechatpay-serial': 'PUB_KEY_ID_EXAMPLE',
        'wechatpay-signature': verifyResponse.signature,
      })
      response.end(answerBody)
    })
  })
  after(() => desk.close())

  const payAt = (seconds: string, nonce: string, appid = 'wxd678efh567hg6787'): WechatPay =>
    createWechatPay({
      appid,
      mchid: '1900007291',
      serial: '408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB',
      privateKey: pem,
      apiV3Key: aes256gcm.key,
      publicKeyId: 'PUB_KEY_ID_EXAMPLE',
      publicKey: published.wechatpayPublicKey,
      platformCertificates: { TEST: platform.publicKey.export({ type: 'spki', format: 'pem' }).toString() },
      baseUrl: desk.url,
      clock: clockAt(new Date(Number(seconds) * 1000)),
      nonce: () => nonce,
    })
  const prepayment = {
    outTradeNo: '1217752501201407033233368018',
    description: 'Image形象店-深圳腾大-QQ公仔',
    total: 100,
    clientIp: '203.0.113.7',
    expiresAt: new Date('2024-08-05T10:00:00Z'),
    notifyUrl: 'https://www.weixin.qq.com/wxpay/pay.php',
  }

  it('build the message of a request to the letter', () => {
    const { method, path, timestamp, nonce, body, message, signature } = requestSign
    expect(requestMessage(method, path, timestamp, nonce, body)).to.equal(message)
    expect(Rsa.verify(requestMessage(method, path, timestamp, nonce, body), signature, merchantKey)).to.equal(true)
  })

  it('have every request signed so, over what really travels', async () => {
    answerBody = verifyResponse.body
    await rejection(payAt(verifyResponse.timestamp, requestSign.nonce).prepayH5(prepayment), WechatPayError)
    const { method, target, headers, body } = desk.received.at(-1)!
    const [, signature] = /signature="([^"]+)"/.exec(headers.authorization ?? '')!
    expect(headers.authorization).to.equal(
      'WECHATPAY2-SHA256-RSA2048 mchid="1900007291",serial_no="408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",' +
        `timestamp="${verifyResponse.timestamp}",nonce_str="${requestSign.nonce}",signature="${signature}"`,
    )
    expect(headers['wechatpay-serial']).to.equal('PUB_KEY_ID_EXAMPLE')
    const message = `${method}\n${target}\n${verifyResponse.timestamp}\n${requestSign.nonce}\n${body}\n`
    expect(Rsa.sign(message, createPrivateKey(pem))).to.equal(signature)
    expect(target).to.equal('/v3/pay/transactions/h5')
  })

  it('build the message of a payment to the letter', () => {
    const message = paymentMessage(paySign.appId, paySign.timeStamp, paySign.nonceStr, paySign.package)
    expect(message).to.equal(paySign.message)
    expect(Rsa.verify(message, paySign.signature, merchantKey)).to.equal(true)
  })

  it('come out as the parameters of a payment', () => {
    const pay = payAt(paySign.timeStamp, paySign.nonceStr, paySign.appId)
    expect(pay.paymentParameters(paySign.package.replace('prepay_id=', ''))).to.deep.equal({
      timeStamp: paySign.timeStamp,
      nonceStr: paySign.nonceStr,
      package: paySign.package,
      signType: 'RSA',
      paySign: Rsa.sign(paySign.message, createPrivateKey(pem)),
    })
  })

  it('make an answer trusted, and the same answer with one character changed not', async () => {
    const { timestamp, nonce, body, signature } = verifyResponse
    expect(
      Rsa.verify(answerMessage(timestamp, nonce, body), signature, createPublicKey(published.wechatpayPublicKey)),
    ).to.equal(true)
    answerBody = body
    // Trusted, and then found to have a code_url where an h5_url belongs.
    const trusted = await rejection(payAt(timestamp, nonce).prepayH5(prepayment), WechatPayError)
    expect(trusted.code).to.equal('BAD_ANSWER')
    answerBody = body.replace('pr=J', 'pr=K')
    const changed = await rejection(payAt(timestamp, nonce).prepayH5(prepayment), WechatPayError)
    expect(changed.code).to.equal('UNTRUSTED_ANSWER')
    answerBody = body
  })

  it('make an answer of five minutes and a second ago not trusted', async () => {
    answerBody = verifyResponse.body
    const later = String(Number(verifyResponse.timestamp) + 301)
    const error = await rejection(payAt(later, 'n').prepayH5(prepayment), WechatPayError)
    expect(error.message).to.contain("301 s away from this machine's clock")
  })

  it('are deciphered', async () => {
    const { key, nonce, associatedData, plaintext, ciphertextWithTagBase64 } = aes256gcm
    expect(Aes.AesGcm.decrypt(ciphertextWithTagBase64, key, nonce, associatedData)).to.equal(plaintext)
    const reasonFor = async (ciphertext: string) => {
      const body = JSON.stringify({
        id: 'EV-1',
        event_type: 'TRANSACTION.SUCCESS',
        resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: associatedData },
      })
      const headers = {
        'Wechatpay-Timestamp': '1722850421',
        'Wechatpay-Nonce': 'abc',
        'Wechatpay-Serial': 'TEST',
        'Wechatpay-Signature': Rsa.sign(answerMessage('1722850421', 'abc', body), platform.privateKey),
      }
      return (await rejection(payAt('1722850421', 'n').readNotice(headers, body), ForgedNotice)).reason
    }
    // {"a":1} is read, and is not about this merchant; anything else is not read.
    expect(await reasonFor(ciphertextWithTagBase64)).to.equal('OTHER_MERCHANT')
    expect(await reasonFor(ciphertextWithTagBase64.replace('+tSD', '+tSE'))).to.equal('UNREADABLE')
  })
})
