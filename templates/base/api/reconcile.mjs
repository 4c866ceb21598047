/**
 * `npm run reconcile`: holds books, places and money of the running shop against one another and prints what does not agree.
 * Arguments: `--pay 7` also asks WeChat Pay about the payments of the last 7 days, `--mend` puts right what needs no judgement.
 * Exit code 1 when something is left.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** @param {string} path relative to this file */
const place = (path) => fileURLToPath(new URL(path, import.meta.url))

const { values } = parseArgs({
  options: { pay: { type: 'string', default: '0' }, mend: { type: 'boolean', default: false } },
})
const { env } = process
const settings = env.KAIDIAN_ENV_FILE ?? (existsSync(place('.env')) ? place('.env') : undefined)
if (settings) process.loadEnvFile(settings)

const kept = `${env.KAIDIAN_STATE ?? place('state')}/console-password`
const password = env.KAIDIAN_CONSOLE_PASSWORD ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined)
const base = `http://127.0.0.1:${env.PORT ?? 8080}/api/console`

/** @param {string} path @param {unknown} body @param {string} [token] */
async function ask(path, body, token) {
  const answer = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  const given = await answer.json()
  if (!answer.ok) throw new Error(given.error?.message ?? String(answer.status))
  return given
}

try {
  const { token } = await ask('/sessions', { password: password ?? '' })
  const { checked, found } = await ask('/reconciliations', { payDays: Number(values.pay), mend: values.mend }, token)
  console.log(
    `核对了 Looked at: ${checked.orders} 订单 orders, ${checked.pools} 名额 supplies, ${checked.days} 时间 days, ${checked.passes} 卡 passes`,
  )
  for (const { code, subject, words, detail, mended } of found)
    console.log(
      `${mended ? '✓' : '✗'} ${words['zh-CN']} ${words.en}: ${subject}${detail ? ` (${detail})` : ''} [${code}]`,
    )
  if (found.length === 0) console.log('订单、名额、时间、收款一致。Books, places and money agree.')
  process.exitCode = found.some(({ mended }) => !mended) ? 1 : 0
} catch (error) {
  console.error(`店铺没有回答，请先启动它。The shop does not answer; start it first. (${error.message})`)
  process.exitCode = 2
}
