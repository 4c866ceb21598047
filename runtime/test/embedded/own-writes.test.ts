import { expect } from 'chai'
import { withDatabase } from './fixture.ts'

describe('a client of many connections', () => {
  const fixture = withDatabase({ sweepMs: 20 })

  it('finds on any of them at once what was acknowledged on another, also while snapshots are open', async () => {
    const writes = fixture.collection()
    await writes.createIndex({ number: 1 })
    const missed: string[] = []
    let next = 0
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let number = next++; number < 400; number = next++) {
          const snapshot = number % 10 === 0 ? fixture.client.startSession() : undefined
          snapshot?.startTransaction()
          if (snapshot) await writes.findOne({ _id: number - 1 }, { session: snapshot })
          await writes.insertOne({ _id: number, number })
          if (!(await writes.findOne({ _id: number, number: { $gte: 0 } }))) missed.push(`insert ${number}`)
          await writes.updateOne({ _id: number }, { $set: { number: -number - 1 } })
          if ((await writes.findOne({ number: -number - 1 }))?._id !== number) missed.push(`update ${number}`)
          await snapshot?.abortTransaction()
          await snapshot?.endSession()
        }
      }),
    )
    expect(missed).to.deep.equal([])
  })
})
