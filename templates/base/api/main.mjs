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

const settings = firstOf('.env')
if (settings !== undefined) process.loadEnvFile(settings)

const description = firstOf('shop.json', '../shop.json')
if (description === undefined) throw new Error('There is no shop.json beside or above main.mjs.')

const { hooks = {} } = existsSync(place('hooks.mjs')) ? await import('./hooks.mjs') : {}
const h5 = firstOf('h5', '../miniprogram/dist/h5')
const back = firstOf('console', '../console')

const runtime = await startRuntime({
  shop: JSON.parse(readFileSync(description, 'utf8')),
  folder: process.env.KAIDIAN_STATE ?? place('state'),
  port: Number(process.env.PORT ?? 8080),
  host: process.env.HOST ?? '127.0.0.1',
  env: process.env,
  hooks,
  ...(process.env.MONGODB_URI ? { mongodbUri: process.env.MONGODB_URI } : {}),
  ...(h5 ? { h5 } : {}),
  ...(back ? { console: back } : {}),
})
console.log(`${runtime.url}`)

/** A container is stopped with SIGTERM, a terminal with SIGINT: requests under way are finished first. */
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void runtime.close().then(() => process.exit(0)))
