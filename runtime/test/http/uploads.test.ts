import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect } from 'chai'
import { SAMPLES } from '../uploads/samples.ts'
import type { Json } from './client.ts'
import { ACCEPTS, at, openSalon, type Salon } from './salon.ts'

const DAY = 86_400_000
const { jpg, pdf, png, html } = SAMPLES

/** Home cleaning that also asks for a contract, a signature, and for a picture of each pet. */
function description(): Json {
  const shop: Json = JSON.parse(
    readFileSync(new URL('../../../schemas/examples/home-cleaning.json', import.meta.url), 'utf8'),
  )
  const field = (id: string, kind: string, more: Json = {}) => ({ id, kind, label: { 'zh-CN': id, en: id }, ...more })
  shop.forms[0].fields.push(
    field('contract', 'file', { accept: ['pdf'], maxBytes: 10_000 }),
    field('signed', 'signature'),
    field('animals', 'group', { max: 3, fields: [field('name', 'text', { required: true }), field('photo', 'image')] }),
  )
  return shop
}

const ANSWERS = {
  name: '李雷',
  phone: '13800138000',
  zone: 'inner',
  address: '人民路 1 号',
  area: 80,
  pets: 'no',
}
const JOB = { service: 'cleaning', offering: 'standard', duration: 180, people: 1 }

describe('uploads', () => {
  let shop: Salon
  let customer: string
  let jobs = 0
  before(async () => {
    shop = await openSalon({ shop: description() })
    customer = await shop.customer()
  })
  after(() => shop.close())

  async function upload(token: string, field: string, content: Buffer, headers: Record<string, string> = {}) {
    const response = await fetch(`${shop.runtime.url}/api/uploads?form=home&field=${field}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...headers },
      body: new Uint8Array(content),
    })
    return { status: response.status, body: (await response.json()) as Json }
  }
  const uploaded = async (token: string, field: string, content: Buffer): Promise<string> =>
    (await upload(token, field, content)).body.id
  const read = (token: string, id: string) =>
    fetch(`${shop.runtime.url}/api/uploads/${id}`, { headers: { authorization: `Bearer ${token}` } })
  const stored = (): string[] => readdirSync(join(shop.folder, 'uploads'))

  async function order(token: string, more: Json) {
    const start = at('2026-12-03', `${String(8 + (jobs % 8)).padStart(2, '0')}:00`)
    jobs += 1
    const held = await shop.hold(token, { ...JOB, start })
    expect(held.status, JSON.stringify(held.body)).to.equal(201)
    const body = { hold: held.body.id, answers: { ...ANSWERS, ...more }, accepts: ACCEPTS }
    const made = await shop.post('/orders', { token, body })
    if (made.status !== 201) await shop.delete(`/holds/${held.body.id}`, { token })
    return made
  }

  it('are taken in by their content and given back to their customer', async () => {
    const content = jpg(4000)
    const { status, body } = await upload(customer, 'photos', content)
    expect(status).to.equal(201)
    expect(body).to.deep.include({ type: 'jpg', bytes: 4000 }).and.have.all.keys('id', 'type', 'bytes')
    const answer = await read(customer, body.id)
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('content-type')).to.equal('image/jpeg')
    expect(answer.headers.get('content-disposition')).to.equal('inline')
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff')
    expect(answer.headers.get('cache-control')).to.equal('no-store')
    expect(Buffer.from(await answer.arrayBuffer())).to.deep.equal(content)
  })

  it('are saved, not shown, when they are no pictures', async () => {
    const id = await uploaded(customer, 'contract', pdf())
    const answer = await read(customer, id)
    expect(answer.headers.get('content-type')).to.equal('application/pdf')
    expect(answer.headers.get('content-disposition')).to.equal(`attachment; filename="${id}.pdf"`)
    expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'")
  })

  it('are refused by their content whatever they are called', async () => {
    const named = { 'content-type': 'image/jpeg', 'content-disposition': 'attachment; filename="kitchen.jpg"' }
    for (const content of [pdf(), html(), Buffer.alloc(0)]) {
      const { status, body } = await upload(customer, 'photos', content, named)
      expect(status).to.equal(415)
      expect(body.error).to.deep.include({ code: 'UPLOAD_TYPE_INVALID', field: 'photos' })
      expect(body.error.message).to.contain('jpg, png, webp')
    }
  })

  it('are refused over the size of the field, told or not', async () => {
    const six = jpg(6_000_000)
    const told = await upload(customer, 'photos', six)
    expect(told.status).to.equal(413)
    expect(told.body.error).to.deep.include({ code: 'UPLOAD_TOO_LARGE', field: 'photos' })
    expect(told.body.error.message).to.contain('5 MB')

    const untold = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asking = request(`${shop.runtime.url}/api/uploads?form=home&field=photos`, {
        method: 'POST',
        headers: { authorization: `Bearer ${customer}`, 'transfer-encoding': 'chunked' },
      })
      asking.on('error', reject)
      asking.on('response', (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
      for (let from = 0; from < six.length; from += 500_000) asking.write(six.subarray(from, from + 500_000))
      asking.end()
    })
    expect(untold.status).to.equal(413)
    expect(untold.text).to.contain('UPLOAD_TOO_LARGE')
    expect((await upload(customer, 'photos', jpg(5_242_880))).status).to.equal(201)
  })

  it('are for fields that take them', async () => {
    for (const [query, field] of [
      ['form=home&field=name', 'field'],
      ['form=home&field=animals', 'field'],
      ['form=home&field=animals.name', 'field'],
      ['form=home&field=constructor', 'field'],
      ['form=other&field=photos', 'form'],
      ['form=home', 'field'],
      ['form=home&field=../x', 'field'],
    ]) {
      const response = await fetch(`${shop.runtime.url}/api/uploads?${query}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${customer}` },
        body: new Uint8Array(jpg()),
      })
      const body = (await response.json()) as Json
      expect([response.status, body.error.code, body.error.field], query).to.deep.equal([400, 'INPUT_INVALID', field])
    }
    expect((await upload(customer, 'animals.photo', png())).status).to.equal(201)
  })

  it('are for customers', async () => {
    expect((await upload('nobody', 'photos', jpg())).status).to.equal(401)
    expect((await upload(await shop.staff(), 'photos', jpg())).status).to.equal(401)
  })

  it('are shown to nobody but their customer and staff, whose look is recorded', async () => {
    const id = await uploaded(customer, 'photos', jpg())
    expect((await read('nobody', id)).status).to.equal(401)
    expect((await read(await shop.customer(), id)).status).to.equal(404)
    expect((await read(customer, 'upl_00000000000000000000')).status).to.equal(404)
    expect((await read(customer, '..%2F..%2Fdata.key')).status).to.equal(404)
    const { body: made } = await order(customer, { photos: [id] })
    expect((await read(await shop.staff(), id)).status).to.equal(200)
    const { body: mine } = await shop.get('/me/export', { token: customer })
    expect(mine.orders.find((one: Json) => one.id === made.id).revealed).to.have.length(1)
  })

  it('are named by answers: at most as many as the field takes', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => uploaded(customer, 'photos', jpg())))
    const four = await order(customer, { photos: ids })
    expect(four.status).to.equal(422)
    expect(four.body.error.fields).to.have.length(1)
    expect(four.body.error.fields[0]).to.deep.include({ field: 'answers.photos', code: 'TOO_MANY' })
    const three = await order(customer, { photos: ids.slice(1) })
    expect(three.status, JSON.stringify(three.body)).to.equal(201)
    expect(three.body.answers.photos).to.deep.equal(ids.slice(1))
  })

  it('are named by answers: only one’s own, of that very field', async () => {
    const photo = await uploaded(customer, 'photos', jpg())
    const animal = await uploaded(customer, 'animals.photo', jpg())
    const signed = await uploaded(customer, 'signed', png())
    const others = await uploaded(await shop.customer(), 'photos', jpg())
    for (const [answers, field] of [
      [{ photos: [others] }, 'answers.photos'],
      [{ photos: [animal] }, 'answers.photos'],
      [{ photos: ['upl_00000000000000000000'] }, 'answers.photos'],
      [{ signed: photo }, 'answers.signed'],
      [
        {
          animals: [
            { name: 'a', photo: [animal] },
            { name: 'b', photo: [photo] },
          ],
        },
        'answers.animals.1.photo',
      ],
    ] as const) {
      const refused = await order(customer, answers)
      expect([refused.status, refused.body.error.code, refused.body.error.field]).to.deep.equal([
        422,
        'UPLOAD_UNKNOWN',
        field,
      ])
    }
    const taken = await order(customer, { photos: [photo], signed, animals: [{ name: 'a', photo: [animal] }] })
    expect(taken.status, JSON.stringify(taken.body)).to.equal(201)
  })

  it('go after a day unless an order names them', async () => {
    const one = await shop.customer()
    const [fresh, kept, refused] = [
      await uploaded(one, 'photos', jpg()),
      await uploaded(one, 'photos', jpg()),
      await uploaded(one, 'photos', jpg()),
    ]
    expect((await order(one, { photos: [kept] })).status).to.equal(201)
    expect((await order(one, { photos: [refused], zone: 'suburb' })).status).to.equal(422)
    const began = shop.clock.now()
    const sweep = async (after: number) => {
      shop.clock.set(new Date(began.getTime() + after))
      await shop.runtime.runJobs()
      shop.clock.set(began)
    }
    await sweep(DAY - 60_000)
    expect(stored()).to.include.members([fresh, kept, refused])
    await sweep(DAY + 60_000)
    expect(stored()).to.include(kept).and.not.include(fresh).and.not.include(refused)
    expect((await read(one, fresh)).status).to.equal(404)
    await sweep(5 * DAY)
    expect((await read(one, kept)).status).to.equal(200)
  })

  it('are listed in the export and go with the account', async () => {
    const one = await shop.customer()
    const [photo, contract] = [await uploaded(one, 'photos', jpg()), await uploaded(one, 'contract', pdf())]
    const { body } = await shop.get('/me/export', { token: one })
    expect(body.uploads.map((each: Json) => [each.id, each.field, each.type])).to.have.deep.members([
      [photo, 'photos', 'jpg'],
      [contract, 'contract', 'pdf'],
    ])
    expect(stored()).to.include.members([photo, contract])
    expect((await shop.delete('/me', { token: one })).status).to.equal(204)
    expect(stored()).not.to.include(photo).and.not.include(contract)
    expect((await read(await shop.staff(), photo)).status).to.equal(404)
  })

  it('leave nothing readable on the disk and nothing in the log', async () => {
    const content = Buffer.concat([jpg(100), Buffer.from('a secret in a picture')])
    const id = await uploaded(customer, 'photos', content)
    expect(readFileSync(join(shop.folder, 'uploads', id)).includes('a secret')).to.equal(false)
    expect(shop.lines.filter((line) => line.includes(id) || line.includes('photos'))).to.deep.equal([])
  })

  it('are so many and no more before anything is ordered', async () => {
    const one = await shop.customer()
    const statuses: number[] = []
    for (let nth = 0; nth < 101; nth += 1) statuses.push((await upload(one, 'photos', jpg())).status)
    expect(statuses.filter((status) => status === 201)).to.have.length(100)
    expect(statuses.at(-1)).to.equal(429)
  })
})
