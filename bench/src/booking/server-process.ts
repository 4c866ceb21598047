import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerAsked, ServerSaid, ServerSettings, Usage } from './protocol.ts'

export interface ServerProcess {
  readonly url: string
  /** Since it was last asked. */
  usage(): Promise<Usage>
  /** Ends it, and removes its folder. Gives the bytes it had at most. */
  end(): Promise<number>
}

/** Starts a server under test in a process and a folder of its own. */
export async function startServer(file: string, settings: Omit<ServerSettings, 'folder'>): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-bench-booking-'))
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
  child.send({ ...settings, folder } satisfies ServerSettings)
  const { url = '' } = await said()
  return {
    url,
    usage: async () => (await ask('usage')).usage ?? { commands: 0, processor: 0 },
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      const { peakMemory = 0 } = await ask('end')
      await gone
      await rm(folder, { recursive: true, force: true })
      return peakMemory
    },
  }
}
