/**
 * Starts the shop: the description in ../shop.json is all that makes this API yours. Settings come from the environment, or from
 * the file .env beside this one (see .env.example); without any, it runs with its own database and a simulated WeChat.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startRuntime } from '@kaidian/runtime'

/** @param {string} path relative to this file */
const place = (path) => fileURLToPath(new URL(path, import.meta.url))
/** @param {string[]} paths @returns {string | undefined} the first that exists */
const firstOf = (...paths) => paths.map(place).find((path) => existsSync(path))

async function start() {
  const { env } = process
  const settings = env.KAIDIAN_ENV_FILE ?? firstOf('.env')
  if (settings) process.loadEnvFile(settings)

  const description = firstOf('shop.json', '../shop.json')
  if (description === undefined) throw new Error('There is no shop.json beside or above main.mjs.')
  const hooks = existsSync(place('hooks.mjs')) ? await import('./hooks.mjs') : {}
  const h5 = firstOf('h5', '../miniprogram/dist/h5')
  const back = firstOf('console', '../console')

  return startRuntime({
    shop: JSON.parse(readFileSync(description, 'utf8')),
    folder: env.KAIDIAN_STATE ?? place('state'),
    port: Number(env.PORT ?? 8080),
    host: env.HOST ?? '127.0.0.1',
    env,
    ...(h5 && { h5 }),
    ...(back && { console: back }),
    ...(hooks.onEvent && { events: { send: hooks.onEvent } }),
  })
}

try {
  const runtime = await start()
  console.log(`店铺已就绪 The shop is ready: ${runtime.url}`)
  if (runtime.simulated) console.log('微信是模拟的，不会真的收款。WeChat is simulated: no money moves.')
  if (runtime.newConsolePassword)
    console.log(`商家后台密码（只显示这一次）Password of the back office (shown once): ${runtime.newConsolePassword}`)

  // A container is stopped with SIGTERM, a terminal with SIGINT: requests under way are finished first.
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void runtime.close().then(() => process.exit(0))
    })
} catch (error) {
  // What a person can mend is told as a sentence; anything else with its stack.
  console.error(error.expected ? error.message : error)
  process.exit(1)
}
