import { expect } from 'chai'
import { openStudio, type OpenedStudio } from './studio.ts'

describe('generating from the studio', function () {
  // The first generation compiles the runtime.
  this.timeout(240_000)
  let studio: OpenedStudio
  before(async () => {
    studio = await openStudio()
  })
  after(() => studio.close())

  const shop = '/studio/api/shops/qingsi'

  it('keeps a version, tells what is in the app, and hands over the same archive every time', async () => {
    const made = await studio.ask('POST', `${shop}/generate`, { body: { note: 'first' } })
    expect(made.status).to.equal(200)
    expect(made.json).to.include({ version: 1, fileName: 'qingsi-1.zip' })
    const folders = (made.json['folders'] as { name: string }[]).map(({ name }) => name)
    expect(folders).to.include.members(['api', 'miniprogram'])

    const zip = await studio.ask('GET', String(made.json['url']))
    expect(zip.status).to.equal(200)
    expect(zip.headers['content-type']).to.equal('application/zip')
    expect(zip.headers['content-disposition']).to.contain('qingsi-1.zip')
    expect(zip.body.subarray(0, 4).toString('latin1')).to.equal('PK\u0003\u0004')
    expect(zip.body.length).to.equal(made.json['bytes'])
    const again = await studio.ask('GET', String(made.json['url']))
    expect(again.body.equals(zip.body)).to.equal(true)
    expect((await studio.ask('GET', `${shop}/versions`)).json['versions']).to.have.length(1)
  })

  it('generates nothing from a draft with problems, and names them', async () => {
    const { json } = await studio.ask('GET', shop)
    const description = { ...(json['description'] as object), theme: { accent: 'x' } }
    await studio.ask('PUT', `${shop}/draft`, { body: { revision: json['revision'], description } })
    const refused = await studio.ask('POST', `${shop}/generate`, { body: {} })
    expect(refused.status).to.equal(422)
    expect(refused.json['error']).to.include({ code: 'SHOP_FAULTY' })
    expect(refused.json['problems']).to.have.length(1)
    expect((await studio.ask('GET', `${shop}/versions`)).json['versions']).to.have.length(1)
  })
})
