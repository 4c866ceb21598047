/** `node main.js [shop.json]`: starts a shop with what the environment says. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const OLDEST = [20, 19] as const

async function main(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    return fail(
      `需要 Node.js ${OLDEST.join('.')} 或更新版本,这里是 ${process.versions.node}。Node.js ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`,
    )
  // After the check: an old Node cannot even read these files.
  const { startRuntime } = await import('./index.ts')
  const { env } = process
  const file = resolve(process.argv[2] ?? env.KAIDIAN_SHOP ?? 'shop.json')
  const folders = { h5: env.KAIDIAN_H5 ?? '', console: env.KAIDIAN_CONSOLE ?? '' }
  const runtime = await startRuntime({
    shop: readJson(file),
    folder: resolve(env.KAIDIAN_FOLDER ?? 'state'),
    env: { PORT: '3000', ...env },
    ...(folders.h5 && { h5: resolve(folders.h5) }),
    ...(folders.console && { console: resolve(folders.console) }),
  })
  process.stdout.write(`店铺已就绪 The shop is ready: ${runtime.url}\n`)
  if (runtime.simulated) process.stdout.write('微信是模拟的,不会真的收款。WeChat is simulated: no money moves.\n')
  if (runtime.newConsolePassword)
    process.stdout.write(
      `商家后台密码(只显示这一次)Password of the console (shown once): ${runtime.newConsolePassword}\n`,
    )

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    runtime.close().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function readJson(file: string): unknown {
  if (!existsSync(file)) throw sentence(`没有这个文件:${file}。There is no file ${file}; name the shop description.`)
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw sentence(`${file} 不是 JSON。${file} is not JSON: ${(error as Error).message}`)
  }
}

const sentence = (message: string): Error => Object.assign(new Error(message), { expected: true })

/** What a person can mend is told as a sentence; anything else with its stack. */
function fail(error: unknown): void {
  const { expected, message, stack } = error as { expected?: boolean; message?: string; stack?: string }
  process.stderr.write(`${typeof error === 'string' ? error : expected ? message : stack}\n`)
  process.exit(1)
}

main().catch(fail)
