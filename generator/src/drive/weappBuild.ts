import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildReport, buildApp } from '../build.ts'
import { type OutputFile, hashOfFiles } from '../files.ts'
import { home } from '../home.ts'
import type { OnLine } from '../run.ts'
import { keptOnShelf } from '../shelf.ts'
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
  const source = files.filter(({ path }) => path.startsWith('miniprogram/'))
  const folder = await keptOnShelf(
    join(options.home ?? home(), 'weapp'),
    hashOfFiles(source),
    async (draft) => {
      await writeFiles(source, draft)
      const env = { ...process.env, TARO_APP_API_BASE: DRIVEN_API }
      const { folder: dist, ...report } = await buildApp(draft, 'weapp', { ...options, env })
      const built = join(draft, 'built')
      await mkdir(built)
      await rename(dist, join(built, 'dist'))
      await writeFile(join(built, 'report.json'), JSON.stringify(report))
      return built
    },
    options.onLine,
  )
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as WeappBuild['report']
  return { dist: join(folder, 'dist'), nodeModules: await ensureToolchain(options), report }
}
