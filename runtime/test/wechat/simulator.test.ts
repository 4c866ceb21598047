import { expect } from 'chai'
import express from 'express'
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWechatOpenApi, createWechatPay } from '../../src/wechat/index.ts'
import {
  createSimulatorRouter,
  startWechatSimulator,
  type SimulatorParts,
  type SimulatorServerOptions,
  type WechatSimulator,
} from '../../src/wechat/simulator/index.ts'
import { openDesk, type Desk } from './desk.ts'
import { clockAt } from './set-clock.ts'

const clock = clockAt('2026-12-02T06:30:00Z')
const order = {
  outTradeNo: 'order_1',
  description: '理发',
  total: 6_800,
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  clientIp: '203.0.113.7',
  expiresAt: new Date('2026-12-02T07:00:00Z'),
  notifyUrl: 'http://127.0.0.1:9/notices',
}
const post = (url: string, body: object | URLSearchParams) =>
  fetch(url, {
    method: 'POST',
    body: body instanceof URLSearchParams ? body : JSON.stringify(body),
    redirect: 'manual',
  })

describe('The simulator with a state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
  const stateFile = join(folder, 'wechat.jsonl')
  let desk: Desk
  let deskAnswers = 500
  const started: WechatSimulator[] = []
  async function start(options: Partial<SimulatorServerOptions>): Promise<WechatSimulator> {
    const simulator = await startWechatSimulator({ clock, stateFile, ...options })
    started.push(simulator)
    return simulator
  }
  before(async () => {
    desk = await openDesk((_received, response) => void response.writeHead(deskAnswers).end())
  })
  after(async () => {
    for (const simulator of started) await simulator.close()
    await desk.close()
    rmSync(folder, { recursive: true })
  })

  it('forgets nothing over a restart: keys, payment, refund, and the notice that was not taken', async () => {
    const made = { ...order, notifyUrl: `${desk.url}/notices` }
    const first = await startWechatSimulator({
      clock,
      stateFile,
      noticeSchedule: [3_600_000],
      refundDelayMs: 3_600_000,
    })
    const settings = first.config
    const before = createWechatPay({ ...settings.pay, clock })
    const { prepayId } = await before.prepayJsapi(made)
    await post(`${first.baseUrl}/simulator/pay`, { prepay_id: prepayId })
    while (desk.received.length < 1) await new Promise((resolve) => setImmediate(resolve))
    const refund = { outTradeNo: 'order_1', outRefundNo: 'refund_1', refund: 6_800, total: 6_800 }
    const asked = await before.refund(refund)
    await first.close()
    expect(statSync(stateFile).mode & 0o077).to.equal(0)

    appendFileSync(stateFile, '["trade","half a line')
    deskAnswers = 204
    const second = await start({ refundDelayMs: 0 })
    const after = createWechatPay({ ...settings.pay, baseUrl: second.baseUrl, clock })
    await second.notices.settled()
    expect(desk.received.length).to.be.greaterThan(1)
    const notice = await after.readNotice(desk.received.at(-1)!.headers, desk.received.at(-1)!.body)
    expect(notice.kind === 'payment' && notice.transaction.outTradeNo).to.equal('order_1')
    expect((await after.query('order_1'))?.state).to.equal('REFUND')
    expect((await after.refund(refund)).refundId).to.equal(asked.refundId)
    expect((await after.queryRefund('refund_1'))?.status).to.equal('SUCCESS')
  })
})

describe('The simulator mounted under a path', () => {
  let server: Server
  let parts: SimulatorParts
  let baseUrl: string
  before(async () => {
    parts = createSimulatorRouter({ clock })
    server = createServer(express().use('/simulator-host', parts.router))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator-host`
  })
  after(async () => {
    parts.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  it('takes signed calls, with and without a query, and gives a page under the same path', async () => {
    const pay = createWechatPay({ ...parts.configFor(baseUrl).pay, clock })
    const { h5Url } = await pay.prepayH5(order)
    expect(h5Url).to.satisfy((url: string) => url.startsWith(`${baseUrl}/simulator/h5pay?`))
    expect((await fetch(h5Url)).status).to.equal(200)
    expect((await pay.query('order_1'))?.state).to.equal('NOTPAY')
    await pay.close('order_1')
  })

  it('takes the open calls', async () => {
    const api = createWechatOpenApi({ ...parts.configFor(baseUrl).openApi, clock })
    const { code } = (await (await post(`${baseUrl}/simulator/login-codes`, {})).json()) as { code: string }
    expect((await api.codeToSession(code)).openid).to.match(/^o/)
  })

  it('breaks on demand over HTTP', async () => {
    const api = createWechatOpenApi({ ...parts.configFor(baseUrl).openApi, clock, retryAfterMs: [] })
    await post(`${baseUrl}/simulator/faults`, { kind: 'errcode', errcode: 40226, path: '/sns' })
    expect(await api.codeToSession('x').catch((error: { errcode: number }) => error.errcode)).to.equal(40226)
  })
})

describe('The cashier page', () => {
  let simulator: WechatSimulator
  let page: string
  let prepayId: string
  let orders = 0
  const hostile = `"><script>alert(1)</script>&'`
  const back = 'https://shop.example/#/orders/1?a=1&b="2"'

  before(async () => {
    simulator = await startWechatSimulator({ clock, noticeSchedule: [] })
  })
  after(() => simulator.close())
  beforeEach(async () => {
    const pay = createWechatPay({ ...simulator.config.pay, clock })
    const { h5Url } = await pay.prepayH5({ ...order, description: hostile, outTradeNo: `cash_${(orders += 1)}` })
    page = `${h5Url}&redirect_url=${encodeURIComponent(back)}`
    prepayId = new URL(h5Url).searchParams.get('prepay_id') ?? ''
  })
  const press = (action: string, redirect_url = back) =>
    post(page, new URLSearchParams({ prepay_id: prepayId, redirect_url, action }))
  const shown = async (url = page, language = 'zh-CN') =>
    (await fetch(url, { headers: { 'accept-language': language } })).text()

  it('says in Chinese, or in English when asked, that no money moves', async () => {
    expect(await shown())
      .to.contain('模拟支付 · 不会扣款')
      .and.contain('68.00')
      .and.contain('确认支付')
    expect(await shown(page, 'en-GB,en')).to.contain('Simulated payment · no money moves')
    expect(await shown(page, 'fr')).to.contain('模拟支付')
  })

  it("shows a merchant's words as text and lets nothing run", async () => {
    const html = await shown()
    expect(html).not.to.contain('<script')
    expect(html).to.contain('&#34;&#62;&#60;script&#62;')
    const response = await fetch(page)
    expect(response.headers.get('content-security-policy')).to.match(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self' https:\/\/shop\.example$/,
    )
  })

  it('takes the payment once and sends the customer back without a word', async () => {
    const response = await press('pay')
    expect([response.status, response.headers.get('location')]).to.deep.equal([303, new URL(back).href])
    expect(await (await press('pay')).text()).to.contain('这笔订单已经支付过了')
    expect(await shown())
      .to.contain('这笔订单已经支付过了')
      .and.not.contain('确认支付')
  })

  it('takes no payment when the customer cancels', async () => {
    expect((await press('cancel')).headers.get('location')).to.equal(new URL(back).href)
    expect(await shown()).to.contain('确认支付')
  })

  for (const target of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'no address', ''])
    it(`does not lead to “${target}”`, async () => {
      const response = await press('pay', target)
      expect(response.status).to.equal(200)
      const html = await response.text()
      expect(html).to.contain('支付成功')
      expect(html).not.to.contain('href=')
    })

  it('says when there is no such order', async () => {
    const response = await fetch(`${simulator.baseUrl}/simulator/h5pay?prepay_id=wx0`)
    expect(response.status).to.equal(404)
    expect(await response.text()).to.contain('没有这笔订单')
  })
})
