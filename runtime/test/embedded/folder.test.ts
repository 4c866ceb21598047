import { expect } from 'chai'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import type { EmbeddedDatabaseError } from '../../src/embedded/index.ts'
import { connectTo, newFolder, refusal, removeFolder } from './fixture.ts'
import { serveElsewhere } from './processes.ts'

describe('The folder of an embedded database', () => {
  const folders: string[] = []
  const folder = (): string => {
    const made = newFolder()
    folders.push(made)
    return made
  }
  after(() => folders.forEach(removeFolder))

  const opened = async (path: string, work: (uri: string) => Promise<void>): Promise<void> => {
    const database = await openEmbeddedDatabase({ folder: path })
    try {
      await work(database.uri)
    } finally {
      await database.close()
    }
  }

  it('is one process’s alone, and free again when that has closed', async () => {
    const path = folder()
    await opened(path, async () => {
      const error = (await refusal(openEmbeddedDatabase({ folder: path }))) as EmbeddedDatabaseError
      expect(error).to.include({ code: 'FOLDER_LOCKED' })
      expect(error.message).to.include(path).and.to.include(`process ${process.pid}`)
      expect(error.message).to.match(/另一个进程.*Another process/)
      const other = await serveElsewhere(path)
      expect(other.said).to.include({ code: 'FOLDER_LOCKED' })
      expect(other.said.message).to.include(`process ${process.pid}`)
    })
    await opened(path, async () => {})
  })

  it('goes to exactly one of many that open it at once', async () => {
    const path = folder()
    const attempts = await Promise.allSettled(Array.from({ length: 4 }, () => openEmbeddedDatabase({ folder: path })))
    const won = attempts.filter((attempt) => attempt.status === 'fulfilled')
    expect(won).to.have.length(1)
    for (const attempt of attempts)
      if (attempt.status === 'rejected') expect(attempt.reason).to.include({ code: 'FOLDER_LOCKED' })
    await won[0]?.value.close()
  })

  it('is free at once when its process was killed, and left clean', async function () {
    this.timeout(20_000)
    const path = folder()
    const server = await serveElsewhere(path)
    expect(server.said).to.have.property('uri')
    await server.kill()
    expect(readdirSync(path).filter((name) => name.endsWith('.sock'))).to.have.length(2)
    await opened(path, async () => {})
    expect(readdirSync(path).filter((name) => name.endsWith('.sock'))).to.deep.equal([])
  })

  it('serves other processes’ clients, who see one another’s writes', async () => {
    const path = folder()
    const server = await serveElsewhere(path)
    const [one, two] = [connectTo(server.said.uri ?? ''), connectTo(server.said.uri ?? '')]
    await one.db('shop').collection('c').insertOne({ a: 1 })
    expect(await two.db('shop').collection('c').countDocuments()).to.equal(1)
    await Promise.all([one.close(), two.close()])
    await server.kill()
  })

  it('that cannot be made is refused as not writable', async () => {
    const path = folder()
    writeFileSync(join(path, 'file'), '')
    expect(await refusal(openEmbeddedDatabase({ folder: join(path, 'file', 'db') }))).to.include({
      code: 'FOLDER_NOT_WRITABLE',
    })
  })

  it('may lie deeper than a socket’s path may be long', async () => {
    const path = join(folder(), 'long'.repeat(20), 'longer'.repeat(10))
    mkdirSync(path, { recursive: true })
    await opened(path, async (uri) => {
      const client = connectTo(uri)
      expect(await client.db('shop').command({ ping: 1 })).to.include({ ok: 1 })
      await client.close()
    })
  })

  it('that lies deep is served beside another that does', async () => {
    const deep = (): string => join(folder(), 'long'.repeat(20), 'longer'.repeat(10))
    await opened(deep(), async (one) => {
      await opened(deep(), async (two) => void expect(two).not.to.equal(one))
    })
  })

  it('is served at the socket that is asked for, or not at all', async () => {
    const path = folder()
    const socket = join(path, 'mine.sock')
    const database = await openEmbeddedDatabase({ folder: path, socket })
    expect(decodeURIComponent(database.uri)).to.include(socket)
    expect(await refusal(openEmbeddedDatabase({ folder: folder(), socket }))).to.include({ code: 'SOCKET_IN_USE' })
    await database.close()
    expect(await refusal(openEmbeddedDatabase({ folder: path, socket: `/tmp/${'x'.repeat(120)}.sock` }))).to.include({
      code: 'SOCKET_TOO_LONG',
    })
  })

  it('is served over loopback TCP where that is asked for', async () => {
    const database = await openEmbeddedDatabase({ folder: folder(), transport: 'tcp' })
    expect(database.uri).to.match(/^mongodb:\/\/127\.0\.0\.1:\d+\//)
    const client = connectTo(database.uri)
    await client.db('shop').collection('c').insertOne({ a: 1 })
    expect(await client.db('shop').collection('c').countDocuments()).to.equal(1)
    await client.close()
    await database.close()
    expect(await database.closed).to.equal(undefined)
  })

  it('keeps what it holds when its disk is full, says so, and goes on reading', async function () {
    if (process.platform !== 'linux') this.skip()
    this.timeout(20_000)
    const path = folder()
    const server = await serveElsewhere(path, 3_000_000)
    const client = connectTo(server.said.uri ?? '')
    const documents = client.db('shop').collection<{ _id: number; pad: string }>('c')
    let stored = 0
    const fill = async (): Promise<void> => {
      for (;;) {
        await documents.insertOne({ _id: stored, pad: 'x'.repeat(100_000) })
        stored++
      }
    }
    expect(await refusal(fill())).to.include({ code: 14031, codeName: 'OutOfDiskSpace' })
    expect(stored).to.be.above(5)
    expect(await documents.countDocuments()).to.equal(stored)
    await client.close(true)
    await server.kill()
    await opened(path, async (uri) => {
      const after = connectTo(uri)
      expect(await after.db('shop').collection('c').countDocuments()).to.equal(stored)
      await after.close()
    })
  })
})
