import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRuntime } from '../../src/index.js'
import { clockAt } from '../wechat/set-clock.js'
import { clientOf } from './client.js'
export const salonDescription = () =>
  JSON.parse(readFileSync(new URL('../../../schemas/examples/salon.json', import.meta.url), 'utf8'))
/** 09:00 on Tuesday 2026-12-01 at the shop. */
export const MORNING = '2026-12-01T01:00:00.000Z'
/** A wall time at the shop. */
export const at = (day, time) => new Date(`${day}T${time}:00+08:00`).toISOString()
export const PASSWORD = 'a password for tests'
export const ANSWERS = { name: '李雷', phone: '13800138000', note: '后颈短一点' }
export const ACCEPTS = { agreement: true, privacy: true }
let phones = 13_900_000_000
/** Cut by the director, on Wednesday at 14:00, unless told otherwise. */
export const cut = (more = {}) => ({
  service: 'cut',
  offering: 'director',
  start: at('2026-12-02', '14:00'),
  ...more,
})
/** A salon on real HTTP: its own database (or a database of its own in `MONGODB_URI`), simulated WeChat, a clock that stands. */
export async function openSalon(options = {}) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'kaidian-http-')))
  const clock = clockAt(MORNING)
  const lines = []
  const note = (fields, message) => void lines.push(JSON.stringify({ ...fields, message }))
  const log = { info: note, warn: note, error: note }
  const runtime = await startRuntime({
    shop: salonDescription(),
    folder,
    clock,
    log,
    timer: false,
    env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD },
    ...databaseOf(folder),
    ...options,
  })
  const client = clientOf(runtime.url)
  const simulator = (path, body) =>
    fetch(`${runtime.url}/simulator-host/simulator/${path}`, { method: 'POST', body: JSON.stringify(body) }).then(
      (answer) => answer.json(),
    )
  async function customer(phone = String((phones += 1))) {
    const { body } = await client.post('/sign-in-codes', { body: { phone } })
    return (await client.post('/sessions', { body: { phone, code: body.simulatedCode } })).body.token
  }
  const hold = (token, selection, key) =>
    client.post('/holds', { token, body: { selection }, ...(key !== undefined && { key }) })
  async function order(token, selection, answers = ANSWERS) {
    const held = await hold(token, selection)
    if (held.status !== 201) throw new Error(`The hold was refused: ${JSON.stringify(held.body)}`)
    const made = await client.post('/orders', { token, body: { hold: held.body.id, answers, accepts: ACCEPTS } })
    if (made.status !== 201) throw new Error(`The order was refused: ${JSON.stringify(made.body)}`)
    return made.body
  }
  async function pay(token, id) {
    const { body } = await client.post(`/orders/${id}/payments`, { token, body: { channel: 'h5' } })
    const prepay = new URL(body.url).searchParams.get('prepay_id')
    const paid = await simulator('pay', { prepay_id: prepay })
    if (paid.errMsg !== 'requestPayment:ok') throw new Error(`It was not paid: ${JSON.stringify(paid)}`)
    await runtime.simulator?.notices.settled()
  }
  return {
    ...client,
    runtime,
    clock,
    folder,
    lines,
    customer,
    hold,
    order,
    pay,
    async wechatCustomer(user) {
      const { code } = await simulator('login-codes', { user })
      return (await client.post('/sessions', { body: { wechatCode: code } })).body.token
    },
    staff: async () => (await client.post('/console/sessions', { body: { password: PASSWORD } })).body.token,
    async booked(token, selection) {
      const made = await order(token, selection)
      await pay(token, made.id)
      return (await client.get(`/orders/${made.id}`, { token })).body
    },
    async close() {
      await runtime.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
/** With `MONGODB_URI` each salon gets a database of its own there. */
function databaseOf(folder) {
  const given = process.env.MONGODB_URI
  return given ? { mongodbUri: inDatabase(given, `kaidian-test-${folder.slice(-6)}`) } : {}
}
/** The same servers, another database. */
export const inDatabase = (uri, name) => uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`)
