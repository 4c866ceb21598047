import { fork } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerAsked, ServerSaid, ServerSettings, Usage } from './protocol.ts'

interface ServerProcess {
  readonly url: string
  usage(): Promise<Usage>
  runJobs(): Promise<number>
  /** Gives the bytes it had at most. */
  end(): Promise<number>
}

/** What is under test: one process or several on one store. */
export interface Servers {
  readonly urls: readonly string[]
  /** Of all of them, since it was last asked. */
  usage(): Promise<Usage>
  /** One round of the jobs, in the first of them. Gives the milliseconds it took. */
  runJobs(): Promise<number>
  /** Ends them, and removes their folder. Gives the bytes that all together had at most. */
  end(): Promise<number>
}

const NOTHING: Usage = { commands: 0, processor: 0 }

async function startProcess(file: string, settings: ServerSettings): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const said = (): Promise<ServerSaid> =>
    new Promise((resolve, reject) => {
      const gone = (code: number | null): void => reject(new Error(`${file} ended with code ${code}`))
      child.once('exit', gone)
      child.once('message', (message) => {
        child.off('exit', gone)
        resolve(message as ServerSaid)
      })
    })
  const ask = (asked: ServerAsked): Promise<ServerSaid> => {
    child.send(asked)
    return said()
  }
  child.send(settings)
  const { url = '' } = await said()
  return {
    url,
    usage: async () => (await ask('usage')).usage ?? NOTHING,
    runJobs: async () => (await ask('jobs')).jobs ?? 0,
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      const { peakMemory = 0 } = await ask('end')
      await gone
      return peakMemory
    },
  }
}

/**
 * Starts a server under test with a folder of its own, the database within it; of several `processes` each is a server, and
 * one more serves the database. `filled`: a folder to begin with, which is copied.
 */
export async function startServers(
  file: string,
  processes: number,
  settings: Pick<ServerSettings, 'openApi' | 'pay' | 'counting' | 'shop'>,
  filled?: string,
): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-bench-booking-'))
  if (filled !== undefined) await cp(filled, folder, { recursive: true })
  const alone = { ...settings, folder, uri: '', leads: true }
  const database = processes > 1 ? await startProcess('database-server.ts', alone) : undefined
  const servers: ServerProcess[] = []
  for (let nth = 0; nth < processes; nth++)
    servers.push(await startProcess(file, { ...alone, uri: database?.url ?? '', leads: nth === 0 }))
  const all = database ? [...servers, database] : servers
  return {
    urls: servers.map(({ url }) => url),
    async usage() {
      const used = await Promise.all(all.map((one) => one.usage()))
      return used.reduce(
        (sum, one) => ({ commands: sum.commands + one.commands, processor: sum.processor + one.processor }),
        NOTHING,
      )
    },
    runJobs: () => servers[0]?.runJobs() ?? Promise.resolve(0),
    async end() {
      let bytes = 0
      for (const one of all) bytes += await one.end()
      await rm(folder, { recursive: true, force: true })
      return bytes
    },
  }
}
