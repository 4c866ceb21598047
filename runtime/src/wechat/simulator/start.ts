import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { SimulatorConfig } from './accounts.ts'
import { createSimulatorRouter, type SimulatorOptions, type SimulatorParts } from './router.ts'

export interface SimulatorServerOptions extends SimulatorOptions {
  /** Any free one unless told otherwise. */
  readonly port?: number
  /** This machine only (`127.0.0.1`) unless told otherwise. */
  readonly host?: string
}

export interface WechatSimulator extends Omit<SimulatorParts, 'router' | 'configFor' | 'close'> {
  readonly baseUrl: string
  /** Settings for the first account's clients. */
  readonly config: SimulatorConfig
  /** Settings for another account's clients; it is made when there is none of that name. */
  account(name: string): SimulatorConfig
  close(): Promise<void>
}

/** Starts the simulator on a port of its own. */
export async function startWechatSimulator(options: SimulatorServerOptions): Promise<WechatSimulator> {
  const simulator = createSimulatorRouter(options)
  const server = createServer(express().disable('x-powered-by').use(simulator.router))
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve)
  }).catch((error: unknown) => {
    simulator.close()
    throw error
  })
  const baseUrl = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
  return {
    faults: simulator.faults,
    notices: simulator.notices,
    endRefundsAs: (status) => simulator.endRefundsAs(status),
    messages: () => simulator.messages(),
    baseUrl,
    config: simulator.configFor(baseUrl),
    account: (name) => simulator.configFor(baseUrl, name),
    async close() {
      simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
