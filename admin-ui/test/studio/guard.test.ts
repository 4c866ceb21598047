import { expect } from 'chai'
import { hostName } from '../../server/guard.ts'
import { openStudio, type OpenedStudio } from './studio.ts'

describe('hostName', () => {
  for (const [header, name] of [
    ['localhost:3080', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]:3080', '::1'],
    ['EXAMPLE.com:80', 'example.com'],
    ['a b', null],
    ['evil.com@localhost', null],
    ['', null],
    [undefined, null],
  ] as const)
    it(`reads ${String(header)} as ${String(name)}`, () => expect(hostName(header)).to.equal(name))
})

describe('what the studio lets in', () => {
  let studio: OpenedStudio
  let port = ''
  before(async () => {
    studio = await openStudio()
    port = new URL(studio.url).port
  })
  after(() => studio.close())

  it('tells that it is well', async () => {
    const { status, json } = await studio.ask('GET', '/healthz')
    expect([status, json]).to.deep.equal([200, { status: 'ok' }])
  })

  for (const path of ['/studio/api/shops', '/preview/qingsi/api/shop', '/preview/qingsi/', '/', '/simulator-host/'])
    it(`does not answer ${path} under another host's name`, async () => {
      const answer = await studio.ask('GET', path, { headers: { Host: `evil.example:${port}` } })
      expect(answer.status).to.equal(403)
      expect(answer.json['error']).to.include({ code: 'HOST_NOT_ALLOWED' })
    })

  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    it(`answers as ${host}`, async () => {
      const answer = await studio.ask('GET', '/studio/api/shops', { headers: { Host: `${host}:${port}` } })
      expect(answer.status).to.equal(200)
    })

  for (const [what, headers] of [
    ['another origin', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['no origin at all', { Origin: 'null' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }],
  ] as const) {
    it(`takes no write that a page of ${what} sends`, async () => {
      const answer = await studio.ask('POST', '/studio/api/shops', { body: { example: 'salon' }, headers })
      expect(answer.status).to.equal(403)
      expect(answer.json['error']).to.include({ code: 'ORIGIN_NOT_ALLOWED' })
    })
    it(`takes no write to a preview that a page of ${what} sends`, async () => {
      const answer = await studio.ask('POST', '/preview/qingsi/api/quotes', { body: {}, headers })
      expect(answer.status).to.equal(403)
    })
  }

  it('takes a write of its own page', async () => {
    const answer = await studio.ask('POST', '/studio/api/shops', {
      body: { example: 'salon' },
      headers: { Origin: studio.url, 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).to.equal(201)
  })

  it('takes the form of its own cashier, which tells no referrer and so sends no origin', async () => {
    const answer = await studio.ask('POST', '/simulator-host/simulator/h5pay?prepay_id=none', {
      headers: { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).not.to.equal(403)
  })

  it('takes no body a plain form of another site could send', async () => {
    const answer = await studio.ask('POST', '/studio/api/shops', {
      text: '{"example":"salon"}',
      headers: { 'Content-Type': 'text/plain' },
    })
    expect(answer.status).to.equal(415)
  })

  it('grants no other origin anything', async () => {
    const { headers } = await studio.ask('GET', '/studio/api/shops', { headers: { Origin: 'https://evil.example' } })
    expect(headers).not.to.have.property('access-control-allow-origin')
    expect(headers).to.include({ 'x-frame-options': 'SAMEORIGIN', 'x-content-type-options': 'nosniff' })
  })

  it('says no in the language that was asked for', async () => {
    const english = await studio.ask('GET', '/studio/api/shops/none', { headers: { 'Accept-Language': 'en' } })
    const chinese = await studio.ask('GET', '/studio/api/shops/none', { headers: { 'Accept-Language': 'zh-CN' } })
    expect((english.json['error'] as { message: string }).message).to.match(/no such shop/)
    expect((chinese.json['error'] as { message: string }).message).to.match(/没有这家店铺/)
  })
})
