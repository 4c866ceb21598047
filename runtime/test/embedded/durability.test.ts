import { expect } from 'chai'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { connectTo, newFolder, removeFolder } from './fixture.ts'
import type { Doc } from './fixture.ts'
import { serveElsewhere } from './processes.ts'

const WRITERS = 12
const KILLS = 3
const LARGE_KILLS = 3

describe('A write the embedded database has acknowledged', () => {
  const folder = newFolder()
  after(() => removeFolder(folder))

  it('is there after its process was killed in the midst of many others', async function () {
    this.timeout(60_000)
    const acknowledged = new Map<string, number>()
    const moves: number[] = []
    for (let round = 0; round < KILLS; round++) {
      const server = await serveElsewhere(folder)
      const client = connectTo(server.said.uri ?? '', 500)
      const documents = client.db('shop').collection<Doc>('writes')
      await documents.createIndex({ writer: 1, n: 1 }, { unique: true })
      const isOver = (error: unknown): boolean => error instanceof Error
      let written = 0
      const killAfter = 40 + Math.floor(Math.random() * 120)
      let killed: Promise<void> | undefined
      const write = async (writer: number): Promise<void> => {
        for (let n = 0; !killed; n++) {
          const _id = `${round}-${writer}-${n}`
          if (writer % 3 === 0)
            await client.withSession((session) =>
              session.withTransaction(async () => {
                await documents.insertOne({ _id, writer: `${round}-${writer}`, n }, { session })
                await documents.insertOne({ _id: `${_id}-twin`, writer: `${round}-${writer}-twin`, n }, { session })
              }),
            )
          else await documents.insertOne({ _id, writer: `${round}-${writer}`, n })
          acknowledged.set(_id, n)
          await documents.updateOne({ _id: 'sum' }, { $inc: { moves: 1 } }, { upsert: true })
          moves.push(round)
          if (++written === killAfter) killed = server.kill().then(() => client.close(true))
        }
      }
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer).catch(isOver)))
      await killed
    }

    const database = await openEmbeddedDatabase({ folder })
    const client = connectTo(database.uri)
    const documents = client.db('shop').collection<Doc>('writes')
    const stored = new Set((await documents.find({ n: { $gte: 0 } }).toArray()).map(({ _id }) => _id as string))
    const lost = [...acknowledged.keys()].filter((id) => !stored.has(id))
    const halves = [...stored].filter((id) => {
      const isPaired = Number(id.split('-')[1]) % 3 === 0
      return isPaired && !stored.has(id.endsWith('-twin') ? id.slice(0, -5) : `${id}-twin`)
    })
    expect(acknowledged.size).to.be.above(KILLS * 30)
    expect(lost, 'lost writes').to.deep.equal([])
    expect(halves, 'half transactions').to.deep.equal([])
    // What was cut off may have been done without being acknowledged, once for each writer and kill.
    const sum = (await documents.findOne({ _id: 'sum' }))?.['moves'] as number
    expect(sum).to.be.within(moves.length, moves.length + WRITERS * KILLS)
    for (const [id, n] of [...acknowledged].slice(0, 50))
      expect(await documents.findOne({ writer: id.split('-').slice(0, 2).join('-'), n }), id).to.include({ _id: id })
    await client.close()
    await database.close()
  })

  it('is there with all of its transaction, or not at all, when its process was killed in a large commit', async function () {
    this.timeout(60_000)
    const path = newFolder()
    const parts = 40
    let acknowledged = -1
    for (let round = 0; round < LARGE_KILLS; round++) {
      const server = await serveElsewhere(path)
      const client = connectTo(server.said.uri ?? '', 500)
      const [lines, totals] = [client.db('shop').collection<Doc>('lines'), client.db('shop').collection<Doc>('totals')]
      await lines.createIndex({ order: 1, part: 1 }, { unique: true })
      let started = 0
      let killed: Promise<void> | undefined
      const order = async (id: number): Promise<void> => {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            const made = Array.from({ length: parts }, (_, part) => ({ order: id, part, pad: 'x'.repeat(30_000) }))
            await lines.insertMany(made, { session })
            await totals.updateOne({ _id: 'all' }, { $inc: { parts } }, { upsert: true, session })
            // The kill is sent together with the commit, a little later each time, so that it meets it at another place.
            if (++started === 3) setTimeout(() => (killed = server.kill()), 2 * round)
          }),
        )
        acknowledged = id
      }
      for (let id = round * 100; !killed; id++) await order(id).catch(() => (killed ??= server.kill()))
      await killed
      await client.close(true)

      const database = await openEmbeddedDatabase({ folder: path })
      const reader = connectTo(database.uri)
      const found = await reader
        .db('shop')
        .collection('lines')
        .aggregate<{ _id: number; count: number }>([
          { $group: { _id: '$order', count: { $count: {} } } },
          { $sort: { _id: 1 } },
        ])
        .toArray()
      expect(
        found.filter(({ count }) => count !== parts),
        'half transactions',
      ).to.deep.equal([])
      expect(found.map(({ _id }) => _id)).to.include(acknowledged)
      const total = await reader.db('shop').collection<Doc>('totals').findOne({ _id: 'all' })
      expect(total?.['parts']).to.equal(found.length * parts)
      await reader.close()
      await database.close()
    }
    removeFolder(path)
  })
})
