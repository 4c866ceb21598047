import { isObject } from './bson.ts'
import type { Document } from './bson.ts'
import type { Collection } from './collection.ts'
import { CommandError } from './errors.ts'
import { compileFilter } from './match.ts'
import { STAGES } from './stages.ts'
import { toInteger } from './numbers.ts'
import type { View } from './view.ts'

/** What a stage may read beside the documents that come to it. */
export interface Surroundings {
  /** The state of this turn of the event loop. */
  readonly view: () => View
  collection(name: string): Collection | undefined
}
export type Stage = (input: Iterable<Document>) => Iterable<Document>
export type CompileStage = (argument: unknown, surroundings: Surroundings) => Stage

/**
 * Runs a pipeline as its results are asked for; its leading `$match`, `$sort`, `$skip` and `$limit` are left to the indexes.
 * `pause` is that of a `Reading`. Throws `CommandError` for a stage that is not supported.
 */
export function aggregatePipeline(
  surroundings: Surroundings,
  collection: Collection | undefined,
  pipeline: readonly Document[],
  hint: unknown,
): { readonly documents: Iterable<Document>; readonly pause: () => void } {
  const stages = pipeline.map((stage) => namedStage(stage))
  const head = headOf(stages)
  const rest = compileStages(stages.slice(head.length), surroundings)
  compileFilter(head.query)
  const found = collection?.read(surroundings.view, head.query, {
    sort: head.sort,
    skip: head.skip,
    limit: head.limit,
    hint,
  })
  return {
    documents: rest.reduce<Iterable<Document>>((input, stage) => stage(input), documentsOf(found?.documents ?? [])),
    pause: () => found?.pause(),
  }
}

function* documentsOf(found: Iterable<{ readonly document: Document }>): Iterable<Document> {
  for (const { document } of found) yield document
}

type Named = readonly [name: string, argument: unknown]

export function namedStage(stage: unknown): Named {
  const [name, ...others] = isObject(stage) ? Object.keys(stage) : []
  if (!isObject(stage) || name === undefined || others.length > 0)
    throw new CommandError('Location40323', 'A pipeline stage specification object must contain exactly one field.')
  return [name, stage[name]]
}

export function compileStages(stages: readonly Named[], surroundings: Surroundings): Stage[] {
  return stages.map(([name, argument]) => {
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
    if (!compile) throw new CommandError('UnsupportedStage', `Unrecognized pipeline stage name: '${name}'`)
    return compile(argument, surroundings)
  })
}

interface Head {
  query: Document
  sort: unknown
  skip: number
  limit: number
  /** How many stages it stands for. */
  length: number
}

function headOf(stages: readonly Named[]): Head {
  const head: Head = { query: {}, sort: undefined, skip: 0, limit: 0, length: 0 }
  const order = ['$match', '$sort', '$skip', '$limit']
  let reached = 0
  for (const [name, argument] of stages) {
    const place = order.indexOf(name, reached)
    const number = toInteger(argument)
    if (place < 0) break
    if (name === '$match' && isObject(argument)) head.query = argument
    else if (name === '$sort' && isObject(argument) && Object.keys(argument).length > 0) head.sort = argument
    else if (name === '$skip' && number !== undefined && number >= 0) head.skip = number
    else if (name === '$limit' && number !== undefined && number > 0) head.limit = number
    else break
    reached = place + 1
    head.length++
  }
  return head
}
