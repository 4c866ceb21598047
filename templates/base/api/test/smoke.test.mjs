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
import { answersTo, birthDateFor } from './answers.mjs'

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

async function ask(method, path, body) {
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
  return { ok: answer.ok, status: answer.status, json: text === '' ? null : JSON.parse(text) }
}

async function call(method, path, body) {
  const { ok, status, json } = await ask(method, path, body)
  assert.ok(ok, `${method} ${path}: ${status} ${JSON.stringify(json)}`)
  return json
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: shop.zone }).format(new Date())

/** The last free start of an appointment: late enough to be cancelled. */
async function startOf(service) {
  const options = Object.fromEntries(service.options.map(({ id, choices }) => [id, choices[0].id]))
  const query = new URLSearchParams({ service: service.id, from: today(), days: '31' })
  for (const [id, choice] of Object.entries(options)) query.set(`options[${id}]`, choice)
  const { days } = await call('GET', `/availability?${query}`)
  const start = days.flatMap(({ starts }) => starts).at(-1)
  return start && { service: service.id, offering: start.offerings[0], start: start.start, options }
}

async function sessionOf(service) {
  const { sessions } = await call('GET', `/sessions?service=${service.id}&from=${today()}&days=366`)
  const session = sessions.filter(({ reason, left }) => reason === null && left > 0).at(-1)
  return session && { service: service.id, offering: session.offerings[0], session: session.id }
}

async function ticketOf(service) {
  const { tickets } = await call('GET', `/tickets?service=${service.id}`)
  const ticket = tickets.find(({ reason, left }) => reason === null && left !== 0)
  const team = service.offerings.find(({ id }) => id === ticket?.offering)?.team
  const people = Math.max(team?.min ?? 1, service.people.min)
  return ticket && { service: service.id, places: Array(people).fill({ offering: ticket.offering }) }
}

const CHOOSE = { appointment: startOf, session: sessionOf, registration: ticketOf }

/** Of every service what can be booked now. */
async function selections() {
  const found = []
  for (const service of shop.services) {
    const selection = await CHOOSE[service.mode](service)
    if (selection) found.push({ service, selection })
  }
  return found
}

// The smallest picture there is: one white pixel.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2GAAAAABJRU5ErkJggg==',
  'base64',
)

async function upload(form, field) {
  const query = new URLSearchParams({ form, field: field.id })
  const answer = await fetch(`${url}/api/uploads?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', Authorization: `Bearer ${token}` },
    body: PIXEL,
  })
  assert.equal(answer.status, 201, `the upload was refused: ${await answer.clone().text()}`)
  return (await answer.json()).id
}

/** An order for people of some age the shop takes; the answers of the last try when it takes none. */
async function orderFrom(service, hold) {
  const formOf = (id) => shop.forms.find((form) => form.id === id)
  const day = service.ageOn ?? hold.selection.start?.slice(0, 10) ?? today()
  const asked = service.participants
  const people = asked ? hold.selection.places.length - (asked.who === 'companions' ? 1 : 0) : 0
  let refusal
  for (const age of [30, 8, 10, 16, 65]) {
    const who = { name: '陈小雨', phone: '13800138000', birthDate: birthDateFor(age, day), today: today() }
    const fill = (id) => answersTo(formOf(id).fields, { ...who, upload: (field) => upload(id, field) })
    const body = { hold: hold.id, answers: await fill(service.form), accepts: { agreement: true, privacy: true } }
    if (people > 0) {
      body.participants = []
      for (let index = 0; index < people; index += 1)
        body.participants.push(
          await answersTo(formOf(asked.form).fields, {
            ...who,
            name: `陈小雨${index + 1}`,
            upload: (field) => upload(asked.form, field),
          }),
        )
    }
    const answer = await ask('POST', '/orders', body)
    if (answer.ok) return answer.json
    refusal = answer
    if (!['NOT_ELIGIBLE', 'ANSWERS_INVALID'].includes(answer.json?.error?.code)) break
  }
  throw new Error(`POST /orders: ${refusal.status} ${JSON.stringify(refusal.json)}`)
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

void test('a customer books, pays and cancels, each service that is open', async (t) => {
  const found = await selections()
  if (found.length === 0) return t.skip('nothing can be booked now')
  const phone = '13800138000'
  const { simulatedCode } = await call('POST', '/sign-in-codes', { phone })
  token = (await call('POST', '/sessions', { phone, code: simulatedCode })).token
  for (const { service, selection } of found)
    await t.test(service.id, async (step) => {
      const hold = await call('POST', '/holds', { selection })
      let order = await orderFrom(service, hold)
      const { dueNow } = order.quote
      if (order.state === 'pending') {
        assert.ok(dueNow > 0)
        await pay(order)
        order = await call('GET', `/orders/${order.id}`)
      }
      assert.ok(['confirmed', 'awaiting_approval'].includes(order.state), `the order is ${order.state}`)
      if (order.state === 'confirmed') assert.equal(order.money.captured, dueNow)

      const preview = await call('GET', `/orders/${order.id}/cancellation`)
      if (!preview.allowed) return step.diagnostic('the policy allows no cancellation')
      order = await call('POST', `/orders/${order.id}/cancellation`, { expectedRefund: preview.refund })
      assert.equal(order.state, 'cancelled')
      assert.equal(order.money.refunded, preview.refund)
    })
})
