import type { Collection } from './collection.ts'
import type { Engine } from './engine.ts'
import type { Index } from './index-keys.ts'
import { compileFilter } from './match.ts'
import { planQuery } from './planner.ts'
import { scan } from './scan.ts'
import { Blocked } from './transactions.ts'

const BATCH = 200

/** Deletes the documents whose date in a TTL index lies `expireAfterSeconds` or more before `now` (milliseconds). */
export async function deleteExpired(engine: Engine, now: number): Promise<void> {
  for (const collection of engine.catalog.list())
    for (const index of collection.indexes)
      if (index.spec.expireAfterSeconds !== undefined) {
        while ((await deleteBatch(engine, collection, index, now)) === BATCH);
      }
}

async function deleteBatch(engine: Engine, collection: Collection, index: Index, now: number): Promise<number> {
  const [path] = index.fields[0] ?? ['']
  const until = new Date(now - (index.spec.expireAfterSeconds ?? 0) * 1000)
  const expired = compileFilter({ [path]: { $lte: until }, ...index.spec.partialFilterExpression })
  try {
    return await engine.change((writer) => {
      if (engine.catalog.get(collection.namespace) !== collection) return 0
      const batch = []
      for (const found of scan(writer, collection, planQuery([index], expired, []), expired.test)) {
        batch.push(found)
        if (batch.length === BATCH) break
      }
      for (const { idKey, document } of batch) collection.remove(writer, idKey, document)
      return batch.length
    })
  } catch (error) {
    // A transaction holds one of them; the next sweep comes back to it.
    if (error instanceof Blocked) return 0
    throw error
  }
}
