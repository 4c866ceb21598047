import { expect } from 'chai'
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'
import { connectTo, newFolder, removeFolder } from './fixture.ts'
import type { Doc } from './fixture.ts'
import { serveElsewhere } from './processes.ts'

const WRITERS = 12
const KILLS = 3

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
})
