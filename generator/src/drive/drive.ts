import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRuntime } from '@kaidian/runtime'
import { miniprogramIn } from '../build.ts'
import { home } from '../home.ts'
import { InputError } from '../inputError.ts'
import { readTree } from '../pack.ts'
import type { OnLine } from '../run.ts'
import { type PageReport, worst } from './costs.ts'
import { Driver } from './driver.ts'
import { simulatedPlatform } from './platform.ts'
import { browse, type Surroundings, type Walk } from './walk.ts'
import { DRIVEN_API, ensureWeappBuild } from './weappBuild.ts'

export interface DriveOptions {
  /** {@link browse} when left out. */
  readonly walk?: Walk
  /** A running API of the shop that has no WeChat account, without `/api`; one of its own when left out, empty and gone afterwards. */
  readonly api?: string
  readonly home?: string
  readonly onLine?: OnLine
}

export interface DriveReport {
  /** What each page cost, at its worst, in the order they were come to. */
  readonly pages: readonly PageReport[]
  /** What the app's code threw or logged. */
  readonly errors: readonly string[]
  /** Where the walk could not go on, with what was on the page; null when it came to its end. */
  readonly stopped: string | null
  readonly mainPackageBytes: number
}

async function shopIn(folder: string): Promise<Surroundings['shop']> {
  const file = join(folder, 'shop.json')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(
      `${folder} 里没有 shop.json；请给出 kaidian generate 生成的文件夹。`,
      `There is no shop.json in ${folder}: name a folder that kaidian generate made.`,
    )
  })
  return JSON.parse(text) as Surroundings['shop']
}

async function ownApi(shop: unknown): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-drive-'))
  // Settings of this machine, such as a database that is in use, must not reach it.
  const runtime = await startRuntime({ shop, folder, port: 0, env: { LOG_LEVEL: 'silent' } })
  return {
    url: runtime.url,
    close: async () => {
      await runtime.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Builds the mini-program of a generated app for WeChat, hand-made changes included, and walks through it.
 *
 * @param folder of the app.
 * @throws InputError when there is no app, or it does not build.
 */
export async function drive(folder: string, options: DriveOptions = {}): Promise<DriveReport> {
  const { walk = browse, onLine = () => undefined, home: place = home() } = options
  const shop = await shopIn(folder)
  const source = [...(await readTree(await miniprogramIn(folder)))].map(([path, content]) => ({
    path: `miniprogram/${path}`,
    content,
    ownership: 'generated' as const,
  }))
  const { report, ...built } = await ensureWeappBuild(source, { home: place, onLine })
  const server = options.api === undefined ? await ownApi(shop) : null
  const url = server?.url ?? (options.api ?? '').replace(/\/+$/, '')
  const apps: Driver[] = []
  const launch: Surroundings['launch'] = async ({ user, platform, ...phone } = {}) => {
    const app = await Driver.launch({
      ...built,
      ...phone,
      api: { built: DRIVEN_API, real: `${url}/api` },
      platform: { ...simulatedPlatform(url, user), ...platform },
    })
    apps.push(app)
    return app
  }
  try {
    const stopped = await walk({ shop, url, launch }).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    if (stopped === null) for (const app of apps) await app.inspect()
    return {
      pages: worst(apps.flatMap((app) => app.reports())),
      errors: apps.flatMap(({ errors }) => errors),
      stopped,
      mainPackageBytes: report.mainPackageBytes ?? 0,
    }
  } finally {
    for (const app of apps) app.kill()
    await server?.close()
  }
}
