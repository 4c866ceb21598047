import { randomUUID } from 'node:crypto'
import { copyFile, lstat, mkdir, readdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOfFiles } from './files.ts'
import { home, REPOSITORY } from './home.ts'
import { InputError } from './inputError.ts'
import { oneAtATime } from './oneAtATime.ts'
import { run, type OnLine } from './run.ts'

/** Files that decide what is installed. */
const DECIDING = ['package.json', 'package-lock.json'] as const

const BASE = join(REPOSITORY, 'templates/base/miniprogram')

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function hashOf(project: string): Promise<string> {
  const contents = await Promise.all(DECIDING.map((name) => readFile(join(project, name))))
  const files = DECIDING.map((path, index) => ({ path, content: contents[index] as Buffer }))
  // Some packages are compiled for one system alone.
  return hashOfFiles([...files, { path: 'system', content: `${process.platform} ${process.arch}` }])
}

export interface ToolchainOptions {
  /** Where the studio keeps things; `home()` when left out. */
  readonly home?: string
  /** Folder with package.json and package-lock.json; the base pack's mini-program when left out. */
  readonly project?: string
  readonly onLine?: OnLine
}

/** Where the packages for a project are, or will be. */
export const toolchainFolder = async (project: string, keptIn = home()): Promise<string> =>
  join(keptIn, 'toolchain', await hashOf(project))

async function install(project: string, folder: string, onLine: OnLine): Promise<void> {
  const draft = `${folder}-${randomUUID().slice(0, 8)}`
  await mkdir(draft, { recursive: true })
  try {
    for (const name of DECIDING) await copyFile(join(project, name), join(draft, name))
    // Install scripts of the build tools call home; none is needed.
    const parameters = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev']
    const env = { ...process.env, NODE_ENV: 'development' }
    const { code, lastLines } = await run('npm', parameters, { cwd: draft, env, onLine })
    if (code !== 0)
      throw new InputError(
        `安装小程序的构建工具失败（npm ci 退出码 ${code}）。请检查网络和磁盘空间后再试。\n${lastLines}`,
        `Installing the build tools of the mini-program failed (npm ci exited with ${code}). Check the network and the disk space, then try again.\n${lastLines}`,
      )
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * Installs what builds a mini-program, once for each lock file, under `<home>/toolchain/<hash>`; the first time takes a minute and
 * the network.
 *
 * @returns the folder `node_modules`.
 * @throws InputError when npm fails.
 */
export async function ensureToolchain(options: ToolchainOptions = {}): Promise<string> {
  const { project = BASE, onLine = () => undefined } = options
  const folder = await toolchainFolder(project, options.home)
  const modules = join(folder, 'node_modules')
  if (await isThere(modules)) return modules
  const waiting = (): void =>
    onLine('等待另一个进程装完构建工具… / Waiting for another process to install the build tools…')
  await oneAtATime(`${folder}.lock`, waiting, async () => {
    if (await isThere(modules)) return
    onLine('首次安装小程序构建工具，约一分钟… / Installing the build tools, about a minute, once…')
    await install(project, folder, onLine)
  })
  return modules
}

/** Written into a `node_modules` of ours: where its packages really are. */
const MARK = '.kaidian-toolchain'

/**
 * Gives a project the packages without installing them again: a `node_modules` of its own, full of links, so that the caches which
 * builds keep there are not shared between projects. One that somebody installed is left alone.
 */
export async function linkToolchain(project: string, options: Omit<ToolchainOptions, 'project'> = {}): Promise<void> {
  const own = join(project, 'node_modules')
  const present = await lstat(own).catch(() => null)
  const mark = await readlink(join(own, MARK)).catch(() => null)
  if (present !== null && !present.isSymbolicLink() && mark === null) return
  const modules = await ensureToolchain({ ...options, project })
  if (mark === modules && !present?.isSymbolicLink()) return
  await rm(own, { recursive: true, force: true })
  await mkdir(own)
  for (const name of await readdir(modules)) if (name !== '.cache') await symlink(join(modules, name), join(own, name))
  await symlink(modules, join(own, MARK))
}
