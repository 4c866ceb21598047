/** WeChat's own compilers, `wcc` for WXML and `wcsc` for WXSS, run over a built mini-program. They come with Taro's weapp runner. */
import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import vm from 'node:vm'
import type { ViewNode } from './view.ts'

const run = promisify(execFile)
const FOLDER = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'

/** Renders one WXML file of the mini-program with `data`, as the view layer does. */
export type Render = (path: string, data: unknown) => ViewNode

/** The packaged binaries are not executable and may lie on a read-only disk: they run from a copy. */
async function compiler<T>(nodeModules: string, name: 'wcc' | 'wcsc', use: (binary: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-'))
  const file = process.platform === 'win32' ? `${name}.exe` : name
  try {
    const binary = join(folder, file)
    await copyFile(join(nodeModules, 'miniprogram-compiler/bin', FOLDER, file), binary)
    await chmod(binary, 0o755)
    return await use(binary)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const filesOf = async (dist: string, ending: string): Promise<string[]> =>
  (await readdir(dist, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .toSorted()

/** @returns the names of the WXSS files compiled. @throws when `wcsc` refuses one. */
export async function compileWxss(dist: string, nodeModules: string): Promise<string[]> {
  const files = await filesOf(dist, '.wxss')
  await compiler(nodeModules, 'wcsc', (binary) => run(binary, ['-js', ...files], { cwd: dist, maxBuffer: 64 << 20 }))
  return files
}

/** @throws when `wcc` refuses a file. */
export async function compileWxml(dist: string, nodeModules: string): Promise<{ files: string[]; render: Render }> {
  const [files, scripts] = await Promise.all([filesOf(dist, '.wxml'), filesOf(dist, '.wxs')])
  const { stdout } = await compiler(nodeModules, 'wcc', (binary) =>
    run(binary, ['-d', ...files, ...scripts], { cwd: dist, maxBuffer: 64 << 20 }),
  )
  const context = vm.createContext({ window: {}, console: { ...console, log() {}, warn() {} } })
  vm.runInContext(stdout, context)
  vm.runInContext('globalThis.render = (path, json) => JSON.stringify($gwx(path)(JSON.parse(json)))', context)
  const inner = context as unknown as { render(path: string, json: string): string }
  return { files, render: (path, data) => JSON.parse(inner.render(path, JSON.stringify(data))) as ViewNode }
}

export const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T
