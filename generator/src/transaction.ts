import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from './inputError.ts'

/** One change of a folder; `content` null removes the file. */
export interface Change {
  readonly path: string
  readonly content: string | Buffer | null
}

interface Journal {
  readonly steps: readonly { readonly path: string; readonly existed: boolean }[]
}

/** Folders that this process is changing at this moment. */
const atWork = new Set<string>()

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function undo(folder: string, run: string): Promise<void> {
  const text = await readFile(join(run, 'journal.json'), 'utf8').catch(() => null)
  if (text !== null) {
    const { steps } = JSON.parse(text) as Journal
    for (const [index, { path, existed }] of [...steps.entries()].toReversed()) {
      const place = join(folder, path)
      if (await exists(join(run, 'old', String(index)))) await rename(join(run, 'old', String(index)), place)
      else if (!existed && !(await exists(join(run, 'new', String(index))))) await rm(place, { force: true })
    }
  }
  await rm(run, { recursive: true, force: true })
}

/** Puts right what a run that was killed half-way left behind; to be called before the folder is read. */
export async function recover(folder: string): Promise<void> {
  const run = join(folder, '.kaidian/run')
  if (!(await exists(run))) return
  const pid = Number(await readFile(join(run, 'pid'), 'utf8').catch(() => '0'))
  const busy = pid === process.pid ? atWork.has(resolve(folder)) : pid > 0 && isAlive(pid)
  if (busy)
    throw new InputError(
      `另一次生成正在写入 ${folder}，请稍后再试。`,
      `Another run is writing to ${folder}; try again later.`,
    )
  await undo(folder, run)
}

async function dropEmptyFolders(folder: string, path: string): Promise<void> {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent))
    try {
      await rmdir(join(folder, parent))
    } catch {
      return
    }
}

/** Changes an existing folder: afterwards all changes are there, or, if one fails, none. A kill half-way is undone by `recover`. */
async function change(folder: string, changes: readonly Change[]): Promise<void> {
  const run = join(folder, '.kaidian/run')
  await mkdir(dirname(run), { recursive: true })
  await mkdir(run)
  try {
    await writeFile(join(run, 'pid'), String(process.pid))
    const steps: Journal['steps'][number][] = []
    for (const [index, { path, content }] of changes.entries()) {
      if (content !== null) await put(join(run, 'new', String(index)), content)
      steps.push({ path, existed: await exists(join(folder, path)) })
    }
    await mkdir(join(run, 'old'))
    await writeFile(join(run, 'journal.json'), JSON.stringify({ steps } satisfies Journal))
    for (const [index, { path, existed }] of steps.entries()) {
      const place = join(folder, path)
      if (existed) await rename(place, join(run, 'old', String(index)))
      if (changes[index]?.content === null) continue
      await mkdir(dirname(place), { recursive: true })
      await rename(join(run, 'new', String(index)), place)
    }
    // From here on the run counts as done: without its journal there is nothing to undo.
    await rm(join(run, 'journal.json'))
  } catch (error) {
    await undo(folder, run)
    throw error
  }
  await rm(run, { recursive: true, force: true })
  for (const { path, content } of changes) if (content === null) await dropEmptyFolders(folder, path)
}

/** Makes a new folder beside its place and moves it there whole. */
async function create(folder: string, changes: readonly Change[]): Promise<void> {
  const parent = dirname(resolve(folder))
  await mkdir(parent, { recursive: true })
  const draft = join(parent, `.${basename(resolve(folder))}-${randomUUID()}`)
  try {
    for (const { path, content } of changes) if (content !== null) await put(join(draft, path), content)
    await rmdir(folder).catch(() => undefined)
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/**
 * All or nothing.
 *
 * @param fresh the folder does not exist yet, or is empty.
 * @throws the file system's error, with the folder as it was.
 */
export async function apply(folder: string, changes: readonly Change[], fresh: boolean): Promise<void> {
  const key = resolve(folder)
  atWork.add(key)
  try {
    await (fresh ? create(folder, changes) : change(folder, changes))
  } finally {
    atWork.delete(key)
  }
}
