import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { dataKeysFrom } from '../../src/keys.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { startWechatSimulator, type WechatSimulator } from '../../src/wechat/simulator/index.ts'
import { serveElsewhere } from '../embedded/processes.ts'
import { clientOf, type Client, type Json } from '../http/client.ts'
import { MORNING, salonDescription } from '../http/salon.ts'
import { clockAt } from '../wechat/set-clock.ts'
import type { Command, Start } from './api-process.ts'

export interface ApiProcess extends Client {
  readonly url: string
  /** Another shop than the first. */
  shop(id: string): Client
  tell(command: Command): Promise<unknown>
  /** At once, wherever it is. */
  kill(): Promise<void>
}

export interface Fleet {
  readonly simulator: WechatSimulator
  readonly store: Store
  start(): Promise<ApiProcess>
  /** Of every process and of WeChat. */
  setTime(now: string): Promise<void>
  /** Ends the embedded database where it has a process of its own, as a power cut would, and starts it again. */
  restartDatabase(): Promise<void>
  close(): Promise<void>
}

export interface FleetOptions {
  /** The salon unless told. */
  readonly shops?: readonly Json[]
  readonly now?: string
  /** The embedded database in a process of its own. */
  readonly elsewhere?: boolean
}

/** A database and a simulated WeChat, with API processes beside them. */
export async function openFleet({
  shops = [salonDescription()],
  now: began = MORNING,
  elsewhere = false,
}: FleetOptions = {}): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-fleet-'))
  const given = process.env.MONGODB_URI
  const embedded = given || elsewhere ? undefined : await openEmbeddedDatabase({ folder })
  let serving = given || embedded ? undefined : await serveElsewhere(folder)
  const uri = given ?? embedded?.uri ?? serving?.said.uri ?? ''
  const clock = clockAt(began)
  const simulator = await startWechatSimulator({ clock, noticeSchedule: [50, 200] })
  const database = `kaidian-fleet-${randomBytes(4).toString('hex')}`
  const dataKey = randomBytes(32).toString('base64')
  const store = await openStore({ uri, database, keys: dataKeysFrom(dataKey) })
  const running = new Set<ApiProcess>()

  return {
    simulator,
    store,
    async start() {
      const api = await startProcess({
        uri,
        database,
        dataKey,
        shops,
        now: clock.now().toISOString(),
        simulator: simulator.config,
      })
      running.add(api)
      return { ...api, kill: () => (running.delete(api), api.kill()) }
    },
    async setTime(now) {
      clock.set(new Date(now))
      await Promise.all([...running].map((api) => api.tell({ now })))
    },
    async restartDatabase() {
      if (!serving) return
      await serving.kill()
      serving = await serveElsewhere(folder)
    },
    async close() {
      await Promise.all([...running].map((api) => api.kill()))
      await simulator.close()
      await store.close()
      await embedded?.close()
      await serving?.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startProcess(start: Start): Promise<ApiProcess> {
  const child = fork(fileURLToPath(new URL('api-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let chain: Promise<unknown> = Promise.resolve()
  const tell = (command: Command): Promise<unknown> => {
    chain = chain.then(() => ask(child, command))
    return chain
  }
  const url = `http://127.0.0.1:${String(await tell({ start }))}`
  return {
    ...clientOf(url),
    url,
    shop: (id) => clientOf(`${url}/${id}`),
    tell,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

const ask = (child: ChildProcess, command: Command): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The API process ended with ${code}.`))
    child.once('message', (said: { value?: unknown; error?: string }) => {
      child.off('exit', ended)
      if (said.error === undefined) resolve(said.value)
      else reject(new Error(said.error))
    })
    child.once('exit', ended)
    // With a callback, a process that has just been killed is no fault of the sender's.
    child.send(command, (error) => error && reject(error))
  })
