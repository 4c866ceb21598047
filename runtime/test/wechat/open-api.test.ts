import { expect } from 'chai'
import { inflateSync } from 'node:zlib'
import { createWechatOpenApi, fitSubscribeField, WechatError, type WechatOpenApi } from '../../src/wechat/index.ts'
import { startWechatSimulator, type WechatSimulator } from '../../src/wechat/simulator/index.ts'
import { rejection } from './rejection.ts'
import { clockAt } from './set-clock.ts'

const START = '2026-12-02T06:30:00Z'
const MINUTE = 60_000

describe('WechatOpenApi against the simulator', () => {
  const clock = clockAt(START)
  let simulator: WechatSimulator
  let api: WechatOpenApi
  let asked: string[] = []

  before(async () => {
    simulator = await startWechatSimulator({ clock })
  })
  after(() => simulator.close())
  beforeEach(() => {
    clock.set(new Date(START))
    simulator.faults.clear()
    api = clientOf()
    asked = []
  })

  function clientOf(changes: { secret?: string; appid?: string; timeoutMs?: number } = {}): WechatOpenApi {
    return createWechatOpenApi({
      ...simulator.config.openApi,
      clock,
      retryAfterMs: [0, 0],
      fetch: (input, init) => {
        asked.push(new URL(input instanceof Request ? input.url : input).pathname)
        return fetch(input, init)
      },
      ...changes,
    })
  }
  const customer = async (path: string, body: object) => {
    const response = await fetch(`${simulator.baseUrl}/simulator${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return ((await response.json()) as { code: string }).code
  }
  const errcodeOf = async (promise: Promise<unknown>) => (await rejection(promise, WechatError)).errcode
  const tokensAsked = () => asked.filter((path) => path === '/cgi-bin/stable_token').length

  describe('codeToSession', () => {
    it('knows the same customer again, and another one as another', async () => {
      const li = await api.codeToSession(await customer('/login-codes', { user: 'li' }))
      const again = await api.codeToSession(await customer('/login-codes', { user: 'li' }))
      const wang = await api.codeToSession(await customer('/login-codes', { user: 'wang' }))
      expect(li.openid).to.match(/^o[\w-]{27}$/)
      expect(again.openid).to.equal(li.openid)
      expect(wang.openid).not.to.equal(li.openid)
      expect(Buffer.from(li.sessionKey, 'base64')).to.have.length(16)
    })

    it('takes a code once, within five minutes', async () => {
      const code = await customer('/login-codes', {})
      await api.codeToSession(code)
      expect(await errcodeOf(api.codeToSession(code))).to.equal(40163)
      const late = await customer('/login-codes', {})
      clock.advance(5 * MINUTE)
      expect(await errcodeOf(api.codeToSession(late))).to.equal(40029)
      expect(await errcodeOf(api.codeToSession('made-up'))).to.equal(40029)
    })

    it('tells a wrong app and a wrong secret apart, and names neither', async () => {
      expect(await errcodeOf(clientOf({ appid: 'wx0' }).codeToSession('code'))).to.equal(40013)
      const error = await rejection(clientOf({ secret: 'not-the-secret' }).codeToSession('my-code'), WechatError)
      expect(error.errcode).to.equal(40125)
      expect(`${error.message}${error.stack}`).not.to.match(/not-the-secret|my-code/)
    })

    it('tries again while the platform is busy, and gives up after the third time', async () => {
      simulator.faults.add({ kind: 'errcode', errcode: -1, path: '/sns', times: 2 })
      expect((await api.codeToSession(await customer('/login-codes', {}))).openid).to.be.a('string')
      simulator.faults.add({ kind: 'errcode', errcode: -1, path: '/sns', times: 3 })
      const error = await rejection(api.codeToSession(await customer('/login-codes', {})), WechatError)
      expect([error.errcode, error.retriable]).to.deep.equal([-1, true])
    })

    for (const [errcode, retriable] of [
      [40029, false],
      [40163, false],
      [40226, false],
      [45011, true],
    ] as const)
      it(`does not try again by itself after ${errcode}`, async () => {
        simulator.faults.add({ kind: 'errcode', errcode, path: '/sns' })
        const error = await rejection(api.codeToSession('code'), WechatError)
        expect([error.errcode, error.retriable, asked.length]).to.deep.equal([errcode, retriable, 1])
      })

    it('gives up after its time, and says when there is no connection', async () => {
      simulator.faults.add({ kind: 'delay', ms: 5000, path: '/sns' })
      expect(await errcodeOf(clientOf({ timeoutMs: 50 }).codeToSession('code'))).to.equal('TIMEOUT')
      simulator.faults.add({ kind: 'drop', path: '/sns', times: 10 })
      const error = await rejection(api.codeToSession('my-code'), WechatError)
      expect([error.errcode, error.retriable]).to.deep.equal(['NETWORK', true])
      expect(error.message).not.to.contain('my-code')
    })
  })

  describe('the access token', () => {
    const call = () => api.checkText({ openid: `o${'a'.repeat(27)}`, content: '你好', scene: 'comment' })

    it('is asked for once by many at a time, and kept', async () => {
      await Promise.all([call(), call(), call()])
      await call()
      expect(tokensAsked()).to.equal(1)
    })

    it('is renewed in its last five minutes', async () => {
      await call()
      clock.advance(115 * MINUTE - 1)
      await call()
      expect(tokensAsked()).to.equal(1)
      clock.advance(1)
      await call()
      expect(tokensAsked()).to.equal(2)
    })

    it('is replaced when the platform has forgotten it', async () => {
      await call()
      simulator.faults.add({ kind: 'errcode', errcode: 40001, path: '/wxa/msg_sec_check' })
      expect((await call()).suggest).to.equal('pass')
      expect(tokensAsked()).to.equal(2)
    })

    it('is replaced once only', async () => {
      simulator.faults.add({ kind: 'errcode', errcode: 42001, path: '/wxa/msg_sec_check', times: 2 })
      expect(await errcodeOf(call())).to.equal(42001)
    })

    it('that another process forced away is replaced', async () => {
      await call()
      const other = clientOf()
      simulator.faults.add({ kind: 'errcode', errcode: 40001, path: '/wxa/msg_sec_check' })
      await other.checkText({ openid: `o${'b'.repeat(27)}`, content: '你好', scene: 'comment' })
      expect((await call()).suggest).to.equal('pass')
    })
  })

  it('reads a phone number once', async () => {
    const code = await customer('/phone-codes', { phone: '13900001111' })
    expect(await api.phoneNumber(code)).to.deep.equal({ phone: '13900001111' })
    expect(await errcodeOf(api.phoneNumber(code))).to.equal(40163)
    expect(await errcodeOf(api.phoneNumber('made-up'))).to.equal(40029)
  })

  for (const [content, suggest, label] of [
    ['老师很耐心', 'pass', 100],
    ['有点可疑', 'review', 20001],
    ['违规内容', 'risky', 20001],
  ] as const)
    it(`finds that “${content}” should ${suggest}`, async () => {
      const openid = `o${'a'.repeat(27)}`
      expect(await api.checkText({ openid, content, scene: 'comment' })).to.deep.equal({ suggest, label })
    })

  describe('sendSubscribeMessage', () => {
    const message = (openid: string) => ({
      openid,
      templateId: 'tpl_reminder',
      page: 'pages/order/index?id=ord_1',
      values: { thing1: '少儿绘画基础班第三期周末上午场十次课（含材料）', time2: '2026-12-03 10:00' },
    })

    it('sends what fits, cut where it does not', async () => {
      await api.sendSubscribeMessage(message(`o${'c'.repeat(27)}`))
      expect(simulator.messages()[0]).to.deep.include({
        templateId: 'tpl_reminder',
        page: 'pages/order/index?id=ord_1',
        values: { thing1: '少儿绘画基础班第三期周末上午场十次课（…', time2: '2026-12-03 10:00' },
      })
    })

    it('uses up one acceptance for one message', async () => {
      const openid = `o${'d'.repeat(27)}`
      await customer('/acceptances', { openid, template_id: 'tpl_reminder' })
      await api.sendSubscribeMessage(message(openid))
      expect(await errcodeOf(api.sendSubscribeMessage(message(openid)))).to.equal(43101)
    })

    it('is refused for nobody', async () => {
      expect(await errcodeOf(api.sendSubscribeMessage(message('nobody')))).to.equal(40003)
    })
  })

  it('gives a mini-program code as a picture, the same for the same page', async () => {
    const asks = { scene: 'svc=cut', page: 'pages/service/index', width: 280 }
    const { image, contentType } = await api.miniProgramCode(asks)
    expect(contentType).to.equal('image/png')
    expect(Buffer.from(image.subarray(1, 4)).toString()).to.equal('PNG')
    expect(Buffer.from(image).readUInt32BE(16)).to.equal(280)
    const idat = Buffer.from(image).indexOf('IDAT')
    const length = Buffer.from(image).readUInt32BE(idat - 4)
    expect(inflateSync(image.subarray(idat + 4, idat + 4 + length))).to.have.length(280 * 281)
    expect((await api.miniProgramCode(asks)).image).to.deep.equal(image)
    expect((await api.miniProgramCode({ ...asks, scene: 'svc=dye' })).image).not.to.deep.equal(image)
    expect(await errcodeOf(api.miniProgramCode({ ...asks, page: '/pages/x' }))).to.equal(41030)
    expect(await errcodeOf(api.miniProgramCode({ ...asks, scene: 'x'.repeat(33) }))).to.equal(40097)
  })
})

describe('fitSubscribeField', () => {
  for (const [name, value, fitted] of [
    ['thing1', '一'.repeat(20), '一'.repeat(20)],
    ['thing12', '一'.repeat(21), `${'一'.repeat(19)}…`],
    ['phrase3', '已经确认成功了', '已经确认成'],
    ['thing1', '😀'.repeat(21), `${'😀'.repeat(19)}…`],
    ['date4', '2026年12月3日 10:00 至 2026年12月3日 11:30', '2026年12月3日 10:00 至 2026年12月3日 11:30'],
    ['constructor1', 'x'.repeat(99), 'x'.repeat(99)],
  ] as const)
    it(`makes ${fitted} of ${value} for ${name}`, () => expect(fitSubscribeField(name, value)).to.equal(fitted))
})
