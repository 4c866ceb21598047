import { expect } from 'chai'
import { openStudio, type OpenedStudio } from './studio.ts'

describe('the preview', () => {
  describe('while it is being built', () => {
    let studio: OpenedStudio
    let finish: (folder: string) => void = () => {}
    let fail: (error: Error) => void = () => {}
    before(async () => {
      studio = await openStudio({
        buildPreview: (onLine) => {
          onLine('编译 <pages> / Compiling')
          onLine('● Webpack building (42%)')
          return new Promise((resolve, reject) => {
            finish = resolve
            fail = reject
          })
        },
      })
    })
    after(() => studio.close())

    it('shows a page that waits, with the progress as text', async () => {
      const { status, body } = await studio.ask('GET', '/preview/qingsi/')
      expect(status).to.equal(200)
      expect(body.toString())
        .to.contain('正在准备预览')
        .and.contain('编译 &#60;pages&#62; / Compiling')
        .and.contain('42%')
    })

    it('already answers its API', async () => {
      expect((await studio.ask('GET', '/preview/qingsi/api/shop')).json).to.include({ id: 'qingsi' })
    })

    it('tells of a failure, and tries again when asked', async () => {
      fail(new Error('no disk'))
      const told = await studio.ask('GET', '/studio/api/preview-build')
      expect(told.json).to.include({ state: 'failed', message: 'no disk' })
      expect((await studio.ask('GET', '/preview/qingsi/')).body.toString()).to.contain('no disk')
      expect((await studio.ask('POST', '/studio/api/preview-build')).status).to.equal(202)
      expect((await studio.ask('GET', '/studio/api/preview-build')).json).to.include({ state: 'preparing' })
    })

    it('opens the pages once they are there', async () => {
      finish(`${studio.home}/pages`)
      const { body } = await studio.ask('GET', '/preview/qingsi/')
      expect(body.toString()).to.contain('mini-program')
    })
  })

  describe('once it is built', () => {
    let studio: OpenedStudio
    before(async () => {
      studio = await openStudio()
    })
    after(() => studio.close())

    it('adds the slash that relative addresses need', async () => {
      const { status, headers } = await studio.ask('GET', '/preview/qingsi?language=en')
      expect([status, headers['location']]).to.deep.equal([308, '/preview/qingsi/?language=en'])
    })

    it('answers 404 for a shop that is not there', async () => {
      expect((await studio.ask('GET', '/preview/nobody/')).status).to.equal(404)
      expect((await studio.ask('GET', '/preview/nobody/api/shop')).status).to.equal(404)
    })

    it('says that there is nothing to show of a shop that was never sound', async () => {
      const made = await studio.ask('POST', '/studio/api/shops', { body: { description: { profile: {} } } })
      const key = String(made.json['key'])
      expect((await studio.ask('GET', `/preview/${key}/`)).body.toString()).to.contain('preview-faulty')
      expect((await studio.ask('GET', `/preview/${key}/api/shop`)).status).to.equal(422)
    })

    it('keeps the bookings of two shops apart', async () => {
      const made = await studio.ask('POST', '/studio/api/shops', { body: { example: 'salon' } })
      const key = String(made.json['key'])
      const [one, two] = await Promise.all([
        studio.ask('POST', '/studio/api/shops/qingsi/console-links', { body: {} }),
        studio.ask('POST', `/studio/api/shops/${key}/console-links`, { body: {} }),
      ])
      const token = async (url: unknown): Promise<string> => {
        const { headers } = await studio.ask('GET', String(url))
        return new URLSearchParams(new URL(String(headers['location']), studio.url).hash.slice(1)).get('token') ?? ''
      }
      const own = await token(one.json['url'])
      await token(two.json['url'])
      const headers = { Authorization: `Bearer ${own}` }
      expect((await studio.ask('GET', '/preview/qingsi/api/console/orders', { headers })).status).to.equal(200)
      expect((await studio.ask('GET', `/preview/${key}/api/console/orders`, { headers })).status).to.equal(401)
    })

    it('lets into the back office by a link that works once, for its own shop', async () => {
      const link = async (): Promise<string> =>
        String((await studio.ask('POST', '/studio/api/shops/qingsi/console-links', { body: {} })).json['url'])
      const url = await link()
      const first = await studio.ask('GET', url)
      expect(first.status).to.equal(303)
      expect(first.headers['location']).to.match(/^\/preview\/qingsi\/console\/#token=.{16,}$/)
      expect((await studio.ask('GET', url)).status).to.equal(410)
      const other = (await link()).replace('/preview/qingsi/', '/preview/another/')
      expect((await studio.ask('GET', other)).status).to.equal(410)
    })
  })
})
