import { expect } from 'chai'
import type { Collection, IndexSpecification } from 'mongodb'
import { refusal } from './fixture.ts'
import type { Doc, Fixture } from './fixture.ts'

/** One case of MongoDB's published CRUD specification for drivers, with documents and expectations of our own. */
export interface CrudCase {
  readonly name: string
  /** What the collection holds before; {@link HOURS} when not said. */
  readonly given?: readonly Doc[]
  readonly index?: IndexSpecification
  readonly operation: (documents: Collection<Doc>, fixture: Fixture) => Promise<unknown>
  /** An array or null as a whole; of a document the fields that are named. */
  readonly result?: unknown
  /** The error's code, and where a batch was refused, the place and code of each fault. */
  readonly refused?:
    number | { readonly code: number; readonly writeErrors: readonly (readonly [at: number, code: number])[] }
  /** What the driver itself refuses before anything is sent. */
  readonly refusedByDriver?: RegExp
  readonly outcome?: readonly Doc[]
}

export const HOURS: readonly Doc[] = [
  { _id: 1, hour: 9 },
  { _id: 2, hour: 10 },
  { _id: 3, hour: 11 },
]

interface BulkFault {
  readonly code?: unknown
  readonly writeErrors?: readonly { readonly index: number; readonly code: number }[]
}

async function run(fixture: Fixture, one: CrudCase): Promise<void> {
  const documents = fixture.collection()
  const given = one.given ?? HOURS
  if (given.length > 0) await documents.insertMany(given.map((document) => ({ ...document })))
  if (one.index) await documents.createIndex(one.index)
  const work = one.operation(documents, fixture)
  if (one.refusedByDriver) expect((await refusal(work)).message).to.match(one.refusedByDriver)
  else if (one.refused !== undefined) {
    const error = (await refusal(work)) as BulkFault & Error
    const { code, writeErrors } =
      typeof one.refused === 'number' ? { code: one.refused, writeErrors: undefined } : one.refused
    expect(error.code, error.message).to.equal(code)
    if (writeErrors)
      expect([error.writeErrors ?? []].flat().map((fault) => [fault.index, fault.code])).to.deep.equal(writeErrors)
  } else {
    const result = await work
    if (Array.isArray(one.result) || one.result === null || typeof one.result !== 'object') {
      if ('result' in one) expect(result).to.deep.equal(one.result)
    } else expect(result).to.deep.include(one.result)
  }
  if (one.outcome) expect(await documents.find().sort({ _id: 1 }).toArray()).to.deep.equal(one.outcome)
}

/** Makes a test of each case, under the name of the published file it answers to. */
export function runCases(fixture: Fixture, specs: Readonly<Record<string, readonly CrudCase[]>>): void {
  for (const [spec, cases] of Object.entries(specs))
    describe(spec, () => {
      for (const one of cases) it(one.name, () => run(fixture, one))
    })
}
