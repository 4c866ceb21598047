import { mkdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDataKeys, openStore, openUploads } from '@kaidian/runtime'
import { ensurePreviewBuild } from 'kaidian'
import { studioApp } from './app.ts'
import { examples } from './examples.ts'
import { Generation } from './generation.ts'
import { judge } from './judge.ts'
import { openSandboxes, openSimulator } from './open-sandbox.ts'
import { Passes } from './passes.ts'
import { PreviewBuild, type BuildPreview } from './preview-build.ts'
import { Sandboxes } from './sandboxes.ts'
import { Shelf } from './shelf.ts'
import { openStudioStore } from './store.ts'

export interface StudioOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host: string
  /** Folder for everything the studio keeps: its database, builds, sandboxes. */
  readonly home: string
  readonly onLine?: (line: string) => void
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Instead of building the mini-program's web edition. */
  readonly buildPreview?: BuildPreview
  readonly now?: () => Date
}

export interface Studio {
  readonly url: string
  readonly port: number
  /** Stops taking requests, lets running ones end, closes sandboxes and the store. */
  close(): Promise<void>
}

const dist = (app: string): string => fileURLToPath(new URL(`../dist/${app}/`, import.meta.url))

/** Starts the studio; its first start puts the example shop on the shelf. Throws when the port or the store cannot be had. */
export async function startStudio(options: StudioOptions): Promise<Studio> {
  const { port, host, home, onLine = () => {}, env = process.env, now = () => new Date() } = options
  const folder = join(home, 'studio')
  await mkdir(folder, { recursive: true })
  const closers: (() => Promise<void> | void)[] = []
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    const database = await openStudioStore(env['MONGODB_URI'], folder)
    closers.push(() => database.close())
    const shelf = new Shelf(database.client.db('kaidian_studio'), now)
    await shelf.prepare()
    await seed(shelf)

    let url = ''
    const keys = openDataKeys(folder, env['KAIDIAN_DATA_KEY'])
    const store = await openStore({ uri: database.uri, keys, database: 'kaidian_previews' })
    closers.push(() => store.close())
    const simulator = openSimulator(join(folder, 'simulator.jsonl'))
    closers.push(() => simulator.close())
    const filesOf = (key: string): string => join(folder, 'uploads', key)
    const uploadsOf = (key: string) => openUploads(filesOf(key), keys)
    const sandboxes = new Sandboxes(shelf, openSandboxes({ store, uploadsOf, simulator, url: () => url, onLine }))
    closers.push(() => sandboxes.closeAll())
    const build = new PreviewBuild(
      options.buildPreview ?? ((line) => ensurePreviewBuild({ home, onLine: line })),
      onLine,
    )
    const app = studioApp({
      shelf,
      sandboxes,
      async forget(key) {
        await store.forget(key)
        await rm(filesOf(key), { recursive: true, force: true })
      },
      simulator: simulator.router,
      build,
      passes: new Passes(now),
      generation: new Generation(),
      host,
      names: (env['KAIDIAN_HOSTS'] ?? '').split(',').filter((name) => name !== ''),
      studio: dist('studio'),
      console: dist('console'),
      onLine,
    })
    const server = createServer(app)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
    closers.push(() => stopListening(server))
    const address = server.address() as AddressInfo
    const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
    url = `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`
    build.start()
    let closing: Promise<void> | null = null
    return { url, port: address.port, close: () => (closing ??= closeAll()) }
  } catch (error) {
    await closeAll()
    throw error
  }
}

/** Running requests may end; after three seconds they are cut off. */
async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), 3000)
  await closed
  clearTimeout(impatience)
}

async function seed(shelf: Shelf): Promise<void> {
  if (!(await shelf.isEmpty())) return
  const salon = (await examples()).find(({ id }) => id === 'salon')
  if (salon) await shelf.add(salon.description.id, salon.description, judge(salon.description).shop !== null)
}
