import { readFile, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InputError } from './inputError.ts'
import { readTree } from './pack.ts'
import { run, type OnLine } from './run.ts'
import { linkToolchain } from './toolchain.ts'

export const TARGETS = ['weapp', 'h5', 'alipay', 'tt'] as const
export type Target = (typeof TARGETS)[number]

export interface BuildReport {
  readonly target: Target
  /** Where the build is. */
  readonly folder: string
  readonly bytes: number
  /** Size of the main package, without sub-packages; null for h5. The platforms' limit is 2 MB. */
  readonly mainPackageBytes: number | null
  /** What the build complained of, line by line. */
  readonly warnings: readonly string[]
}

export interface BuildOptions {
  readonly home?: string
  readonly onLine?: OnLine
  /** `TARO_APP_API_BASE` is where the built mini-program finds its API. */
  readonly env?: NodeJS.ProcessEnv
}

/** Without this file there is no build, whatever the exit code says. */
const proofOf = (target: Target): string => (target === 'h5' ? 'index.html' : 'app.json')

/** @returns where in `folder`, or as `folder` itself, the mini-program is. @throws InputError when it is not. */
export async function miniprogramIn(folder: string): Promise<string> {
  for (const place of [join(folder, 'miniprogram'), folder])
    if (await stat(join(place, 'config/index.ts')).catch(() => null)) return place
  throw new InputError(
    `${folder} 里没有小程序（缺 miniprogram/）。请先用 kaidian generate 生成。`,
    `There is no mini-program in ${folder} (no miniprogram/). Generate one first: kaidian generate.`,
  )
}

async function subPackageRoots(folder: string): Promise<string[]> {
  const app = JSON.parse(await readFile(join(folder, 'app.json'), 'utf8')) as Record<string, unknown>
  const packages = app['subPackages'] ?? app['subpackages'] ?? []
  return (packages as { root: string }[]).map(({ root }) => root.replace(/\/?$/, '/'))
}

async function measure(target: Target, folder: string): Promise<Omit<BuildReport, 'warnings'>> {
  const sizes = [...(await readTree(folder))].map(([path, content]) => ({ path, bytes: content.length }))
  const sum = (parts: typeof sizes): number => parts.reduce((total, { bytes }) => total + bytes, 0)
  const roots = target === 'h5' ? [] : await subPackageRoots(folder)
  const main = sizes.filter(({ path }) => !roots.some((root) => path.startsWith(root)))
  return { target, folder, bytes: sum(sizes), mainPackageBytes: target === 'h5' ? null : sum(main) }
}

/**
 * Builds the mini-program of a generated app into `miniprogram/dist/<target>`.
 *
 * @param folder of the app, or of its mini-program.
 * @throws InputError when there is no mini-program or the build fails; an old build is gone then.
 */
export async function buildApp(folder: string, target: Target, options: BuildOptions = {}): Promise<BuildReport> {
  const { onLine = () => undefined, env = process.env } = options
  const project = await miniprogramIn(resolve(folder))
  await linkToolchain(project, options)
  const output = join(project, 'dist', target)
  await rm(output, { recursive: true, force: true })
  const warnings: string[] = []
  const told: OnLine = (line) => {
    if (/warning/i.test(line)) warnings.push(line)
    onLine(line)
  }
  const taro = join(project, 'node_modules/@tarojs/cli/bin/taro')
  const { code, lastLines } = await run(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
    cwd: project,
    // Without a terminal the progress bar is noise.
    env: { CI: '1', FORCE_COLOR: '0', ...env, NODE_ENV: 'production', TARO_ENV: target },
    onLine: told,
  })
  if (code !== 0 || !(await stat(join(output, proofOf(target))).catch(() => null))) {
    await rm(output, { recursive: true, force: true })
    throw new InputError(
      `构建 ${target} 失败（退出码 ${code}）。\n${lastLines}`,
      `Building ${target} failed (exit code ${code}).\n${lastLines}`,
    )
  }
  return { ...(await measure(target, output)), warnings }
}
