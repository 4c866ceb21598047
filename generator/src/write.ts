import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decide, decideLeftover, type Before, type Decision } from './decide.ts'
import type { OutputFile } from './files.ts'
import { InputError } from './inputError.ts'
import { baselinePath, MANIFEST, parseManifest, type Manifest } from './manifest.ts'
import { apply, recover } from './transaction.ts'

export interface WriteOptions {
  /** Decide and report, write nothing. */
  readonly dryRun?: boolean
  /** Also write into a folder that has files but no manifest; files in the way are treated as changed by hand. */
  readonly force?: boolean
}

export interface WriteReport {
  readonly folder: string
  /** One for each file, in order of paths. */
  readonly decisions: readonly Decision[]
}

const absent = (error: unknown): null => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  throw error
}

async function manifestOf(folder: string, force: boolean): Promise<{ manifest: Manifest | null; fresh: boolean }> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw new InputError(`${folder} 是文件，不是文件夹。`, `${folder} is a file, not a folder.`)
    return absent(error)
  })
  if (entries === null || entries.length === 0) return { manifest: null, fresh: true }
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(absent)
  const manifest = text === null ? null : parseManifest(text)
  if (manifest === null && !force)
    throw new InputError(
      `${folder} 里已有别的文件，不是由 kaidian 生成的。请换一个文件夹，或加 --force（已有的文件不会被覆盖）。`,
      `${folder} holds files that kaidian did not make. Choose another folder, or add --force (no file there is overwritten).`,
    )
  return { manifest, fresh: false }
}

/**
 * Writes an app into a folder, or brings one up to date. Changes made by hand are never lost, and a run that fails changes nothing.
 *
 * @throws InputError when the folder belongs to something else or another run is at work in it; the file system's errors.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  folder: string,
  { dryRun = false, force = false }: WriteOptions = {},
): Promise<WriteReport> {
  if (!dryRun) await recover(folder)
  const { manifest, fresh } = await manifestOf(folder, force)
  const before = async (path: string): Promise<Before> => {
    const recorded = manifest !== null && Object.hasOwn(manifest.files, path) ? (manifest.files[path] ?? null) : null
    return {
      disk: fresh ? null : await readFile(join(folder, path)).catch(absent),
      recorded,
      baseline:
        recorded?.ownership === 'seeded' ? await readFile(join(folder, baselinePath(path))).catch(absent) : null,
    }
  }
  const decisions: Decision[] = []
  for (const file of files) decisions.push(decide(file, await before(file.path)))
  const present = new Set(files.map(({ path }) => path))
  for (const path of Object.keys(manifest?.files ?? {}).filter((path) => !present.has(path))) {
    // A manifest is a file that anyone may have edited: it must not lead outside the folder.
    if (path.startsWith('/') || path.split('/').includes('..')) continue
    const decision = decideLeftover(path, await before(path))
    if (decision !== null) decisions.push(decision)
  }
  const changes = decisions.flatMap(({ change }) => (change === null ? [] : [change]))
  if (!dryRun && changes.length > 0) await apply(folder, changes, fresh)
  return { folder, decisions: decisions.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) }
}
