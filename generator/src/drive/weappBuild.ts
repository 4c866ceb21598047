import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildReport, buildApp } from '../build.ts'
import { type OutputFile, hashOfFiles } from '../files.ts'
import { home } from '../home.ts'
import { InputError } from '../inputError.ts'
import { oneAtATime } from '../oneAtATime.ts'
import { readTree } from '../pack.ts'
import { prune } from '../prune.ts'
import type { OnLine } from '../run.ts'
import { ensureToolchain } from '../toolchain.ts'
import { writeFiles } from '../write.ts'

/** Where a build that is to be driven asks for its API; the driver sends it to the real one. The name can never be one. */
export const DRIVEN_API = 'https://api.kaidian.invalid/api'

export interface WeappBuild {
  /** The mini-program, to be driven. */
  readonly dist: string
  readonly nodeModules: string
  readonly report: Omit<BuildReport, 'folder'>
}

/** Source of a mini-program on disk, without what was installed or built. */
export async function sourceOf(folder: string): Promise<OutputFile[]> {
  const within = join(folder, 'miniprogram')
  const place = (await stat(within).catch(() => null)) ? within : folder
  if (!(await stat(join(place, 'config/index.ts')).catch(() => null)))
    throw new InputError(
      `${folder} 里没有小程序（缺 miniprogram/）。请先用 kaidian generate 生成。`,
      `There is no mini-program in ${folder} (no miniprogram/). Generate one first: kaidian generate.`,
    )
  const files = await readTree(place)
  return [...files].map(([path, content]) => ({ path: `miniprogram/${path}`, content, ownership: 'generated' }))
}

/**
 * Builds a mini-program to be driven: it asks {@link DRIVEN_API}. Built once for each content of its source, and kept under `<home>/weapp`.
 *
 * @param files of a generated app; those of its mini-program count.
 * @throws InputError when the build tools cannot be installed or the build fails.
 */
export async function ensureWeappBuild(
  files: readonly OutputFile[],
  options: { readonly home?: string; readonly onLine?: OnLine } = {},
): Promise<WeappBuild> {
  const { onLine = () => undefined } = options
  const shelf = join(options.home ?? home(), 'weapp')
  const source = files.filter(({ path }) => path.startsWith('miniprogram/'))
  const name = hashOfFiles(source)
  const folder = join(shelf, name)
  const isThere = async (): Promise<boolean> => (await stat(folder).catch(() => null)) !== null
  const waiting = (): void => onLine('等待另一个进程构建小程序… / Waiting for another process to build it…')
  if (!(await isThere()))
    await oneAtATime(`${folder}.lock`, waiting, async () => {
      if (await isThere()) return
      const draft = join(shelf, `.draft-${randomUUID()}`)
      try {
        await writeFiles(source, draft)
        const env = { ...process.env, TARO_APP_API_BASE: DRIVEN_API }
        const { folder: dist, ...report } = await buildApp(draft, 'weapp', { ...options, env })
        await mkdir(join(draft, 'built'))
        await rename(dist, join(draft, 'built/dist'))
        await writeFile(join(draft, 'built/report.json'), JSON.stringify(report))
        await rename(join(draft, 'built'), folder)
      } finally {
        await rm(draft, { recursive: true, force: true })
      }
    })
  await prune(shelf, name)
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as WeappBuild['report']
  return { dist: join(folder, 'dist'), nodeModules: await ensureToolchain(options), report }
}
