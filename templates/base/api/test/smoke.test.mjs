/**
 * Walks the whole way of a customer against this very API: browse, choose, keep, order, pay, cancel. It starts main.mjs on a free
 * port with a database of its own and a simulated WeChat; no setting of .env is read.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.mjs', import.meta.url))
const settings = /^(MONGODB_URI|PUBLIC_URL|KAIDIAN_|WECHAT)/

let state, child, url, token, shop

before(async () => {
  state = await mkdtemp(join(tmpdir(), 'shop-smoke-'))
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)))
  child = spawn(process.execPath, [main], {
    env: { ...env, PORT: '0', HOST: '127.0.0.1', KAIDIAN_ENV_FILE: '', KAIDIAN_STATE: state, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
        const found = /The shop is ready: (\S+)/.exec(said)
        if (found) resolve(found[1])
      })
    child.once('exit', (code) => reject(new Error(`main.mjs ended with ${code}:\n${said}`)))
  })
})

after(async () => {
  if (child?.exitCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  await rm(state, { recursive: true, force: true })
})

async function call(method, path, body) {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: shop.zone }).format(new Date())

/** Something a customer might fill in, for each kind of field; what is hidden is left out by the API. */
function answerOf({ kind, minLength = 0, maxLength = 1000, min, max, from, to, choices = [] }) {
  switch (kind) {
    case 'personName':
      return '陈小雨'
    case 'phone':
      return '13800138000'
    case 'number':
      return min ?? max ?? 1
    case 'choice':
      return choices[0]?.id
    case 'several':
      return choices.slice(0, min ?? 1).map(({ id }) => id)
    case 'date':
      return from ?? to ?? today()
    case 'time':
      return '10:00'
    case 'rating':
      return max ?? 5
    case 'consent':
      return true
    case 'note':
      return undefined
    default:
      return '谢谢'.padEnd(minLength, '。').slice(0, maxLength)
  }
}

/** The last free start of the first service that has one: late enough to be cancelled. */
async function findSelection() {
  for (const service of shop.services) {
    const options = Object.fromEntries(service.options.map(({ id, choices }) => [id, choices[0].id]))
    const query = new URLSearchParams({ service: service.id, from: today(), days: '31' })
    for (const [id, choice] of Object.entries(options)) query.set(`options[${id}]`, choice)
    const { days } = await call('GET', `/availability?${query}`)
    const start = days.flatMap(({ starts }) => starts).at(-1)
    if (start)
      return { service, selection: { service: service.id, offering: start.offerings[0], start: start.start, options } }
  }
  return null
}

async function pay(order) {
  const { url: page } = await call('POST', `/orders/${order.id}/payments`, { channel: 'h5', returnUrl: `${url}/` })
  const form = new URLSearchParams(new URL(page).search)
  form.set('action', 'pay')
  const answer = await fetch(page, { method: 'POST', body: form, redirect: 'manual' })
  assert.ok(answer.status < 400, `the simulated cashier answered ${answer.status}`)
}

void test('it is alive and shows the shop', async () => {
  assert.equal((await fetch(`${url}/healthz`)).status, 200)
  shop = await call('GET', '/shop')
  assert.ok(shop.services.length > 0)
  assert.equal(shop.simulated, true)
})

void test('a customer books, pays and cancels', async (t) => {
  const found = await findSelection()
  if (found === null) return t.skip('nothing is free in the next 31 days')
  const { service, selection } = found

  const phone = '13800138000'
  const { simulatedCode } = await call('POST', '/sign-in-codes', { phone })
  token = (await call('POST', '/sessions', { phone, code: simulatedCode })).token

  const hold = await call('POST', '/holds', { selection })
  const { fields } = shop.forms.find(({ id }) => id === service.form)
  const answers = Object.fromEntries(
    fields.map((field) => [field.id, answerOf(field)]).filter(([, answer]) => answer !== undefined),
  )
  const accepts = { agreement: true, privacy: true }
  let order = await call('POST', '/orders', { hold: hold.id, answers, accepts })
  if (hold.quote.dueNow > 0) {
    assert.equal(order.state, 'pending')
    await pay(order)
    order = await call('GET', `/orders/${order.id}`)
  }
  assert.equal(order.state, 'confirmed')
  assert.equal(order.money.captured, hold.quote.dueNow)

  const preview = await call('GET', `/orders/${order.id}/cancellation`)
  if (!preview.allowed) return t.diagnostic('the policy allows no cancellation')
  order = await call('POST', `/orders/${order.id}/cancellation`, { expectedRefund: preview.refund })
  assert.equal(order.state, 'cancelled')
  assert.equal(order.money.refunded, preview.refund)
})
