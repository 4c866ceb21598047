import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { requireNode } from '../../scripts/setup.mjs'
import { freshHome } from '../src/home.ts'
import { start } from '../src/process.ts'

interface Summary {
  readonly key: string
  readonly revision: number
}

describe('npm start', function () {
  this.timeout(180_000)
  let folder = ''
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'kaidian-start-'))))
  after(() => rm(folder, { recursive: true, force: true }))

  it('opens the studio with the salon, stops on Ctrl-C, and finds everything again', async () => {
    const env = { PORT: '0', KAIDIAN_HOME: await freshHome(join(folder, 'home')) }
    const shops: Summary[][] = []
    for (let round = 0; round < 2; round++) {
      const studio = start(['scripts/start.mjs'], { env })
      const [, url] = await studio.printed(/(http:\/\/127\.0\.0\.1:\d+)/)
      await studio.printed(/Ctrl-C/)
      expect((await fetch(`${url}/healthz`)).status).to.equal(200)
      shops.push(((await (await fetch(`${url}/studio/api/shops`)).json()) as { shops: Summary[] }).shops)
      studio.child.kill('SIGINT')
      expect((await studio.ended).code).to.equal(0)
    }
    expect(shops[0]?.map(({ key }) => key)).to.deep.equal(['qingsi'])
    expect(shops[1]).to.deep.equal(shops[0])
  })

  it('says in one sentence that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const { code, output } = await start(['scripts/start.mjs'], { env: { PORT: String(port) } }).ended
    other.close()
    expect(code).to.equal(1)
    expect(output).to.contain(`Port ${port} is in use`).and.not.contain('    at ')
  })

  it('says what is wrong with PORT', async () => {
    const { code, output } = await start(['scripts/start.mjs'], { env: { PORT: 'eighty' } }).ended
    expect(code).to.equal(1)
    expect(output).to.contain('PORT must be an integer from 0 to 65535; this is eighty')
  })

  it('says in one sentence that it may not write', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const { code, output } = await start(['scripts/start.mjs'], {
      env: { PORT: '0', KAIDIAN_HOME: join(file, 'home') },
    }).ended
    expect(code).to.equal(1)
    expect(output).to.contain('Cannot write to this folder').and.not.contain('    at ')
  })

  it('refuses an old Node with the version it needs', () => {
    expect(() => requireNode('18.20.4')).to.throw('Kaidian needs Node.js 20.19.0 or newer; this is 18.20.4.')
    expect(() => requireNode('20.18.9')).to.throw('needs Node.js')
    for (const version of ['20.19.0', '20.20.2', '22.1.0', '24.0.0']) expect(() => requireNode(version)).not.to.throw()
  })
})
