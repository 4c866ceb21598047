import { resolve } from 'node:path'
import { type DriveReport, drive as driveApp } from '../drive/drive.ts'
import { walkIn } from '../drive/walk.ts'
import { broken, YARDSTICKS } from '../drive/yardsticks.ts'
import { home } from '../home.ts'
import { InputError } from '../inputError.ts'
import type { Context, ExitCode } from './context.ts'

export interface DriveCommandOptions {
  readonly api?: string
  readonly json?: boolean
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)

function print({ say, out, err }: Context, { pages, errors, stopped, mainPackageBytes }: DriveReport): void {
  const widest = Math.max(...pages.map(({ page }) => page.length))
  for (const page of pages) {
    const over = broken(page)
    const figures = [
      say(`${`${page.nodes}`.padStart(5)} 节点`, `${`${page.nodes}`.padStart(5)} nodes`),
      say(`深度 ${`${page.depth}`.padStart(2)}`, `depth ${`${page.depth}`.padStart(2)}`),
      `setData ${kilobytes(page.setDataBytes).padStart(5)} KB`,
      say(`${page.requests} 次请求`, `${page.requests} requests`),
    ]
    const verdict = over.length > 0 ? say(`  超限：${over.join('、')}`, `  over: ${over.join(', ')}`) : ''
    out(`${over.length > 0 ? '✗' : '✓'} ${page.page.padEnd(widest)} ${figures.join('  ')}${verdict}`)
  }
  const { nodes, depth, setDataBytes, firstPageRequests } = YARDSTICKS
  const [most, main] = [kilobytes(setDataBytes), kilobytes(mainPackageBytes)]
  out(
    say(
      `上限：${nodes} 节点、深度 ${depth}、每次 setData ${most} KB、首页 ${firstPageRequests} 次请求。主包 ${main} KB。`,
      `Limits: ${nodes} nodes, depth ${depth}, setData ${most} KB a call, first page ${firstPageRequests} requests. Main package ${main} KB.`,
    ),
  )
  for (const error of errors) err(say(`程序报错：${error}`, `The app complained: ${error}`))
  if (stopped !== null) err(say(`走不下去了：${stopped}`, `The walk came to a stop: ${stopped}`))
}

/** `kaidian drive FOLDER [WALK.mjs]`: the built mini-program, walked through without WeChat. */
export async function drive(
  context: Context,
  folder: string,
  walk: string | undefined,
  { api, json = false }: DriveCommandOptions,
): Promise<ExitCode> {
  if (api !== undefined && !URL.canParse(api))
    throw new InputError(
      `--api 应为地址，如 http://127.0.0.1:8080，不是 ${api}。`,
      `--api is an address, such as http://127.0.0.1:8080, not ${api}.`,
    )
  const report = await driveApp(resolve(folder), {
    ...(walk === undefined ? {} : { walk: await walkIn(resolve(walk)) }),
    ...(api === undefined ? {} : { api }),
    home: home(context.env),
    onLine: context.err,
  })
  const failed =
    report.stopped !== null || report.errors.length > 0 || report.pages.some((page) => broken(page).length > 0)
  if (json) context.out(JSON.stringify({ ok: !failed, ...report }, null, 2))
  else print(context, report)
  return failed ? 1 : 0
}
