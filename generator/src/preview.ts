import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from './build.ts'
import { hashOfFiles } from './files.ts'
import { home, REPOSITORY } from './home.ts'
import { generate } from './generate.ts'
import { loadMaterials, type Materials } from './materials.ts'
import { oneAtATime } from './oneAtATime.ts'
import { prune } from './prune.ts'
import type { OnLine } from './run.ts'
import { writeFiles } from './write.ts'

export interface PreviewOptions {
  /** Where builds are kept; `home()` when left out. */
  readonly home?: string
  readonly onLine?: OnLine
  /** Loaded already? Then they are not read again. */
  readonly materials?: Materials
}

const EXAMPLE = join(REPOSITORY, 'schemas/examples/salon.json')

/**
 * The h5 build that shows any shop, since it reads the shop from the API beside it. Built once for each content of its source, from
 * the example salon, and kept under `<home>/h5`.
 *
 * @returns folder of the build.
 * @throws InputError when the build tools cannot be installed or the build fails.
 */
export async function ensurePreviewBuild(options: PreviewOptions = {}): Promise<string> {
  const { onLine = () => undefined, materials } = options
  const shelf = join(options.home ?? home(), 'h5')
  const example: unknown = JSON.parse(await readFile(EXAMPLE, 'utf8'))
  const made = generate(example, materials ?? (await loadMaterials(options)))
  if (!made.ok) throw new Error(`the example salon has problems: ${JSON.stringify(made.problems)}`)
  const files = made.value.filter(({ path }) => path.startsWith('miniprogram/'))
  const hash = hashOfFiles(files)
  const folder = join(shelf, hash)
  const isThere = async (): Promise<boolean> => (await stat(folder).catch(() => null)) !== null
  const waiting = (): void => onLine('等待另一个进程构建预览… / Waiting for another process to build the preview…')
  if (!(await isThere()))
    await oneAtATime(`${folder}.lock`, waiting, async () => {
      if (await isThere()) return
      const draft = join(shelf, `.draft-${randomUUID()}`)
      try {
        await writeFiles(files, draft)
        const report = await buildApp(draft, 'h5', options)
        await rename(report.folder, folder)
      } finally {
        await rm(draft, { recursive: true, force: true })
      }
    })
  await prune(shelf, hash)
  return folder
}
