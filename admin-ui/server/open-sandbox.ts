import { randomBytes } from 'node:crypto'
import { createShopApp, systemClock, type Log, type Store, type UploadStore } from '@kaidian/runtime'
import { createSimulatorRouter, type SimulatorParts } from '@kaidian/runtime/simulator'
import { createWechatOpenApi, createWechatPay } from '@kaidian/runtime/wechat'
import type { OpenSandbox } from './sandboxes.ts'

export interface SandboxParts {
  /** Shared by all sandboxes; each keeps its records under its own name. */
  readonly store: Store
  /** Files of one sandbox. */
  readonly uploadsOf: (key: string) => Promise<UploadStore>
  readonly simulator: SimulatorParts
  /** Address of the studio, known once it listens. */
  readonly url: () => string
  readonly onLine: (line: string) => void
}

/** Opens shops on the real runtime, with simulated WeChat and a back office password that is known to this process alone. */
export function openSandboxes({ store, uploadsOf, simulator, url, onLine }: SandboxParts): OpenSandbox {
  const log = faultsOnly(onLine)
  return async (key, shop) => {
    const accounts = simulator.configFor(`${url()}/simulator-host`, key)
    const consolePassword = randomBytes(24).toString('base64url')
    const app = await createShopApp({
      shop,
      store,
      uploads: await uploadsOf(key),
      tenant: key,
      wechat: createWechatOpenApi({ ...accounts.openApi, clock: systemClock }),
      pay: createWechatPay({ ...accounts.pay, clock: systemClock }),
      clock: systemClock,
      simulated: true,
      publicUrl: () => `${url()}/preview/${key}`,
      consolePassword,
      log,
    })
    return {
      router: app.router,
      async signIn() {
        const answer = await fetch(`${url()}/preview/${key}/api/console/sessions`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ password: consolePassword }),
        })
        if (answer.status !== 201) throw new Error(`The sandbox of ${key} did not let the studio in: ${answer.status}`)
        return (await answer.json()) as { token: string; expiresAt: string }
      },
      close: () => app.close(),
    }
  }
}

/** Simulated WeChat for all sandboxes: one account for each shop. Mount its router at `/simulator-host`. */
export const openSimulator = (stateFile: string): SimulatorParts =>
  createSimulatorRouter({ clock: systemClock, accounts: ['studio'], stateFile })

/** Requests of a preview are not worth a line; its faults are. */
function faultsOnly(onLine: (line: string) => void): Log {
  const quiet = (): void => {}
  const tell = (facts: unknown, message?: string): void => {
    const error = typeof facts === 'object' && facts !== null && 'err' in facts ? facts.err : facts
    onLine(`${message ?? ''} ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`.trim())
  }
  return { info: quiet, warn: quiet, error: tell }
}
