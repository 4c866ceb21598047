import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createSimulatorRouter, type SimulatorConfig } from '@kaidian/runtime/simulator'

import { clock } from './clock.ts'

export interface Wechat {
  readonly config: SimulatorConfig
  loginCode(user: string): Promise<string>
  /** The customer pays; resolves when the shop has answered the notice. Gives how long that answer took, in milliseconds. */
  pay(parameters: unknown): Promise<number>
  close(): Promise<void>
}

/** WeChat's half, beside the callers: neither side of the comparison does its work. */
export async function startWechat(): Promise<Wechat> {
  const simulator = createSimulatorRouter({ clock, accounts: ['bench'] })
  const payments = new AsyncLocalStorage<string>()
  const waiting = new Map<string, (answer: { ok: boolean; took: number }) => void>()
  const plainFetch = globalThis.fetch
  // The simulator sends the notice while it answers the payment: that is how a caller knows which is its own.
  globalThis.fetch = async (input, init) => {
    const payment = payments.getStore()
    const began = performance.now()
    const response = await plainFetch(input, init)
    if (payment !== undefined) waiting.get(payment)?.({ ok: response.ok, took: performance.now() - began })
    return response
  }
  const app = express().disable('x-powered-by')
  app.use((req, _res, next) => {
    const payment = req.get('x-payment')
    if (payment === undefined) next()
    else payments.run(payment, next)
  })
  app.use(simulator.router)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let lastPayment = 0

  async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await plainFetch(`${baseUrl}/simulator/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  return {
    config: simulator.configFor(baseUrl),
    loginCode: async (user) => ((await post('login-codes', { user })) as { code: string }).code,
    async pay(parameters) {
      const payment = String((lastPayment += 1))
      const noticed = new Promise<{ ok: boolean; took: number }>((resolve) => waiting.set(payment, resolve))
      await post('pay', parameters, { 'x-payment': payment })
      const { ok, took } = await noticed
      waiting.delete(payment)
      if (!ok) throw new Error('The shop did not take the notice.')
      return took
    },
    async close() {
      simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      globalThis.fetch = plainFetch
    },
  }
}
