import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { dataKeysFrom } from '../../src/keys.ts'
import { SetupFault } from '../../src/settings.ts'
import { openUploads, type UploadStore } from '../../src/uploads/index.ts'
import { localUploads } from '../../src/uploads/local.ts'
import { s3Uploads } from '../../src/uploads/s3.ts'

const ID = 'upl_0123456789abcdefghjk'
const OTHER = 'upl_0123456789abcdefghjm'
const KEYS = dataKeysFrom(randomBytes(32).toString('base64'))

interface Request {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** As much of S3 as an upload needs: objects in memory. */
class Bucket {
  readonly objects = new Map<string, Buffer>()
  readonly requests: Request[] = []
  readonly #server: Server

  constructor() {
    this.#server = createServer((req, res) => {
      const path = new URL(req.url ?? '', 'http://bucket').pathname
      this.requests.push({ method: req.method ?? '', path, headers: req.headers })
      void buffer(req).then((body) => {
        if (!req.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) return res.writeHead(403).end()
        if (req.method === 'PUT') {
          this.objects.set(path, body)
          return res.writeHead(200, { ETag: '"1"' }).end()
        }
        if (req.method === 'DELETE') {
          this.objects.delete(path)
          return res.writeHead(204).end()
        }
        const found = this.objects.get(path)
        if (found) return res.writeHead(200, { 'Content-Length': found.length }).end(found)
        return res
          .writeHead(404, { 'Content-Type': 'application/xml' })
          .end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>No such key.</Message></Error>')
      })
    })
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

function keepsFiles(open: () => UploadStore): void {
  it('gives back what was put there', async () => {
    const bytes = randomBytes(70_000)
    await open().put(ID, bytes)
    expect(Buffer.from((await open().get(ID)) ?? [])).to.deep.equal(bytes)
  })

  it('knows what is not there', async () => expect(await open().get(OTHER)).to.equal(undefined))

  it('removes, also what is not there', async () => {
    await open().put(ID, Buffer.from('x'))
    await open().remove(ID)
    await open().remove(ID)
    expect(await open().get(ID)).to.equal(undefined)
  })

  it('takes ids only', async () => {
    for (const id of ['../../etc/passwd', 'upl_../../../etc/pass', `${ID}/x`, `${ID}\n`, ID.toUpperCase(), '']) {
      const refused = async (step: () => Promise<unknown>) => {
        const error: unknown = await Promise.resolve()
          .then(step)
          .then(
            () => undefined,
            (thrown: unknown) => thrown,
          )
        expect(String(error), id).to.contain('This is not the id of an upload.')
      }
      await refused(() => open().put(id, Buffer.from('x')))
      await refused(() => open().get(id))
      await refused(() => open().remove(id))
    }
  })
}

describe('the folder of uploads', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaidian-uploads-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  keepsFiles(() => localUploads(join(folder, 'files')))

  it('is read by its owner only, and holds nothing half written', async () => {
    const store = localUploads(join(folder, 'several'))
    const ids = Array.from({ length: 20 }, (_, nth) => `${ID.slice(0, -2)}${String(nth).padStart(2, '0')}`)
    await Promise.all(ids.map((id) => store.put(id, randomBytes(100_000))))
    expect(await readdir(join(folder, 'several'))).to.have.members(ids)
    expect((await stat(join(folder, 'several', ids[0] ?? ''))).mode & 0o077).to.equal(0)
    expect((await stat(join(folder, 'several'))).mode & 0o077).to.equal(0)
  })

  it('does not give out, and removes, what a process left half written', async () => {
    const store = localUploads(join(folder, 'files'))
    await writeFile(join(folder, 'files', `${OTHER}.part`), 'half a fi')
    expect(await store.get(OTHER)).to.equal(undefined)
    await store.remove(OTHER)
    expect(await readdir(join(folder, 'files'))).not.to.include(`${OTHER}.part`)
  })

  it('tells where it cannot write', async () => {
    const blocked = join(folder, 'blocked')
    await writeFile(blocked, 'a file where a folder should be')
    let error: unknown
    await localUploads(blocked)
      .put(ID, Buffer.from('x'))
      .catch((thrown: unknown) => (error = thrown))
    expect(error).to.have.property('code', 'EEXIST')
  })

  it('shows nothing of what is in a file', async () => {
    const store = await openUploads(join(folder, 'sealed'), KEYS)
    await store.put(ID, Buffer.from('a face and a number'))
    expect((await readFile(join(folder, 'sealed', ID))).includes('a face')).to.equal(false)
    expect(String(await store.get(ID))).to.equal('a face and a number')
  })

  it('does not give one file out as another', async () => {
    const store = await openUploads(join(folder, 'moved'), KEYS)
    await store.put(ID, Buffer.from('mine'))
    await writeFile(join(folder, 'moved', OTHER), await readFile(join(folder, 'moved', ID)))
    let error: unknown
    await store.get(OTHER).catch((thrown: unknown) => (error = thrown))
    expect(error).to.be.instanceOf(Error)
  })
})

describe('the bucket of uploads', () => {
  const bucket = new Bucket()
  let endpoint = ''
  before(async () => {
    endpoint = await bucket.open()
  })
  after(() => bucket.close())
  const settings = {
    bucket: 'shop',
    region: 'ap-shanghai',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    prefix: 'up/',
  }
  keepsFiles(() => s3Uploads({ ...settings, endpoint, pathStyle: true }))

  it('is asked with a signature, under the prefix, without checksums that not every storage knows', async () => {
    bucket.requests.length = 0
    await s3Uploads({ ...settings, endpoint, pathStyle: true }).put(ID, Buffer.from('x'))
    const [request] = bucket.requests
    expect(request).to.deep.include({ method: 'PUT', path: `/shop/up/${ID}` })
    expect(request?.headers.authorization).to.match(
      /\/ap-shanghai\/s3\/aws4_request, SignedHeaders=.+, Signature=[0-9a-f]{64}$/,
    )
    expect(request?.headers['content-type']).to.equal('application/octet-stream')
    expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-amz-checksum'))).to.deep.equal([])
  })

  it('tells of a refusal', async () => {
    let error: unknown
    await s3Uploads({ ...settings, accessKeyId: 'other', endpoint, pathStyle: true })
      .get(ID)
      .catch((thrown: unknown) => (error = thrown))
    expect(error).to.be.instanceOf(Error)
  })

  it('is used where the environment names it, sealed as a folder is', async () => {
    const store = await openUploads('/nowhere', KEYS, {
      UPLOADS_S3_BUCKET: 'shop',
      UPLOADS_S3_REGION: 'ap-shanghai',
      UPLOADS_S3_KEY_ID: 'key',
      UPLOADS_S3_SECRET: 'secret',
      UPLOADS_S3_ENDPOINT: endpoint,
      UPLOADS_S3_PATH_STYLE: '1',
    })
    await store.put(ID, Buffer.from('a face and a number'))
    expect(bucket.objects.get(`/shop/uploads/${ID}`)?.includes('a face')).to.equal(false)
    expect(String(await store.get(ID))).to.equal('a face and a number')
  })

  it('is not used half configured', async () => {
    for (const env of [
      { UPLOADS_S3_BUCKET: 'shop' },
      {
        UPLOADS_S3_BUCKET: 'shop',
        UPLOADS_S3_REGION: 'r',
        UPLOADS_S3_KEY_ID: 'k',
        UPLOADS_S3_SECRET: 's',
        UPLOADS_S3_ENDPOINT: 'cos.example.com',
      },
    ]) {
      let error: unknown
      await openUploads('/nowhere', KEYS, env).catch((thrown: unknown) => (error = thrown))
      expect(error).to.be.instanceOf(SetupFault)
      expect(String(error)).to.match(/UPLOADS_S3_(SECRET|ENDPOINT)/)
    }
  })
})
