import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startRuntime } from '@kaidian/runtime'
import { home, REPOSITORY } from '../home.ts'
import { InputError } from '../inputError.ts'
import { ensurePreviewBuild } from '../preview.ts'
import { understand } from '../understand.ts'
import type { Context, ExitCode } from './context.ts'
import { printProblems } from './problems.ts'
import { readDescription } from './readDescription.ts'

export interface ServeOptions {
  readonly port: string
  readonly host: string
  readonly h5?: boolean
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InputError(
      `端口应为 0 到 65535 的整数，不是 ${text}。`,
      `A port is a whole number from 0 to 65535, not ${text}.`,
    )
  return port
}

/** `kaidian serve SHOP.json`: the API, the H5 and the back office of one shop, at one address. */
export async function serve(context: Context, file: string, options: ServeOptions): Promise<ExitCode> {
  const { say, out, err, env } = context
  const port = portOf(options.port)
  const { text, input } = await readDescription(file)
  const understood = understand(input)
  if (!understood.ok) {
    printProblems(context, file, text, understood.problems)
    return 1
  }
  const { id } = understood.value.shop
  const folder = join(home(env), 'serve', id)
  await mkdir(folder, { recursive: true })
  const back = join(REPOSITORY, 'admin-ui/dist/console')
  const runtime = await startRuntime({
    shop: understood.value.shop,
    folder,
    port,
    host: options.host,
    env: { LOG_LEVEL: 'warn', ...env },
    ...(options.h5 === false ? {} : { h5: await ensurePreviewBuild({ home: home(env), onLine: err }) }),
    ...((await stat(back).catch(() => null)) ? { console: back } : {}),
  })
  out(say(`顾客看到的：${runtime.url}/`, `What customers see: ${runtime.url}/`))
  out(say(`商家后台:  ${runtime.url}/console/`, `Back office:        ${runtime.url}/console/`))
  const { newConsolePassword } = runtime
  if (newConsolePassword !== null)
    out(say(`后台密码（只显示这一次）：${newConsolePassword}`, `Its password (shown once): ${newConsolePassword}`))
  out(say('按 Ctrl-C 结束。', 'Ctrl-C ends it.'))
  await context.untilInterrupted()
  await runtime.close()
  return 0
}
