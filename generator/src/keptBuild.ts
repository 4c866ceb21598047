import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, type BuildReport, type Target, buildApp } from './build.ts'
import { type OutputFile, hashOfFiles } from './files.ts'
import { home } from './home.ts'
import { keptOnShelf } from './shelf.ts'
import { writeFiles } from './write.ts'

export interface KeptBuild {
  /** The built mini-program. */
  readonly dist: string
  readonly report: Omit<BuildReport, 'folder'>
}

/**
 * A build of a mini-program, made once for each content of its source and kept under `<home>/<target>`.
 *
 * @param files of a generated app; those of its mini-program count.
 * @param options builds are kept under its `home`; `env` has to be the same for the same target.
 * @throws InputError when the build tools cannot be installed or the build fails.
 */
export async function keptBuild(
  files: readonly OutputFile[],
  target: Target,
  options: BuildOptions = {},
): Promise<KeptBuild> {
  const source = files.filter(({ path }) => path.startsWith('miniprogram/'))
  const folder = await keptOnShelf(
    join(options.home ?? home(), target),
    hashOfFiles(source),
    async (draft) => {
      await writeFiles(source, draft)
      const { folder: dist, ...report } = await buildApp(draft, target, options)
      const built = join(draft, 'built')
      await mkdir(built)
      await rename(dist, join(built, 'dist'))
      await writeFile(join(built, 'report.json'), JSON.stringify(report))
      return built
    },
    options.onLine,
  )
  const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as KeptBuild['report']
  return { dist: join(folder, 'dist'), report }
}
