import { rmSync } from 'node:fs'
import type { Shop } from '@kaidian/schemas'
import type { WechatPayAccount } from '@kaidian/runtime/wechat'

/** What a server under test is told when it is forked. */
export interface ServerSettings {
  /** Where keys and files lie, and the database where it runs in the server itself. */
  readonly folder: string
  /** Of the database, where that is served by a process of its own; empty: the server opens it. */
  readonly uri: string
  /** Whether events of orders are passed on here: one of several processes does that. */
  readonly leads: boolean
  readonly openApi: { readonly appid: string; readonly secret: string; readonly baseUrl: string }
  readonly pay: WechatPayAccount & { readonly baseUrl: string }
  /** What the product serves; the bare side knows four requests and no shop. */
  readonly shop: Shop
  /** Count the commands sent to the database, which costs time. */
  readonly counting: boolean
}

export interface Usage {
  /** Sent to the database; 0 unless they are counted. */
  readonly commands: number
  /** Milliseconds of the processor, the database's thread included. */
  readonly processor: number
}

/** Asked for what it used since it was last asked, to do one round of its jobs, or to end. */
export type ServerAsked = 'usage' | 'jobs' | 'end'

/** What it says: that it is ready, and what it was asked for. */
export interface ServerSaid {
  readonly url?: string
  readonly usage?: Usage
  /** Milliseconds that a round of the jobs took. */
  readonly jobs?: number
  /** Bytes */
  readonly peakMemory?: number
}

/** Of the console, which no caller of the bare side uses. */
export const CONSOLE_PASSWORD = 'only-for-benchmarks'

export interface UnderTest {
  readonly url: string
  runJobs?(): Promise<void>
  close(): Promise<void>
}

/** The life of a server under test: told its settings, ready, asked to end. */
export function serve(start: (settings: ServerSettings) => Promise<UnderTest>, commands: () => number): void {
  const say = (said: ServerSaid): Promise<void> => new Promise((resolve) => process.send?.(said, () => resolve()))

  let before = process.cpuUsage()
  function usage(): Usage {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    return { commands: commands(), processor: (user + system) / 1000 }
  }

  async function live(settings: ServerSettings): Promise<void> {
    // Whoever drives it is gone: nothing of it may be left.
    process.once('disconnect', () => {
      rmSync(settings.folder, { recursive: true, force: true })
      process.exit(1)
    })
    const server = await start(settings)
    process.on('message', (asked: ServerAsked) => {
      if (asked === 'usage') void say({ usage: usage() })
      else void (asked === 'jobs' ? runJobs(server) : end(server))
    })
    await say({ url: server.url })
  }

  async function runJobs(server: UnderTest): Promise<void> {
    const began = performance.now()
    await server.runJobs?.()
    await say({ jobs: performance.now() - began })
  }

  async function end(server: UnderTest): Promise<void> {
    await server.close()
    await say({ peakMemory: process.resourceUsage().maxRSS * 1024 })
    process.removeAllListeners('disconnect')
    process.disconnect()
  }

  process.once('message', (settings) => void live(settings as ServerSettings))
}
