import { Long } from 'bson'
import { CommandError } from './errors.ts'

/** Gives the next documents of a result, as bytes: at most `count` and not many more than `bytes`. */
export interface Source {
  next(count: number, bytes: number): { readonly documents: readonly Buffer[]; readonly isDone: boolean }
}

interface Cursor {
  readonly id: Long
  readonly namespace: string
  readonly source: Source
  readonly session: string | undefined
  lastUsed: number
}

const IDLE_MS = 10 * 60_000
const BATCH_BYTES = 16 * 1024 * 1024 - 64 * 1024
const NO_LIMIT = 1_000_000_000

/** Results that clients have not read to the end. */
export class Cursors {
  private readonly cursors = new Map<string, Cursor>()
  private last = 0

  /** The first batch of a result; keeps the rest under an id unless it is done or `single`. */
  open(
    namespace: string,
    source: Source,
    batchSize: number | undefined,
    single: boolean,
    session: string | undefined,
  ): Buffer {
    const { documents, isDone } = source.next(batchSize ?? 101, BATCH_BYTES)
    let id = Long.ZERO
    if (!isDone && !single) {
      id = Long.fromNumber(++this.last * 1_000_003 + Math.floor(Math.random() * 1_000_000))
      this.cursors.set(id.toString(), { id, namespace, source, session, lastUsed: Date.now() })
    }
    return cursorReply('firstBatch', namespace, documents, id)
  }

  more(id: Long, namespace: string, batchSize: number | undefined): Buffer {
    const cursor = this.cursors.get(id.toString())
    if (!cursor || cursor.namespace !== namespace)
      throw new CommandError('CursorNotFound', `cursor id ${id.toString()} not found`)
    cursor.lastUsed = Date.now()
    const { documents, isDone } = cursor.source.next(batchSize || NO_LIMIT, BATCH_BYTES)
    if (isDone) this.cursors.delete(id.toString())
    return cursorReply('nextBatch', cursor.namespace, documents, isDone ? Long.ZERO : id)
  }

  kill(id: Long): boolean {
    return this.cursors.delete(id.toString())
  }

  killOfSession(session: string): void {
    for (const [id, cursor] of this.cursors) if (cursor.session === session) this.cursors.delete(id)
  }

  killIdle(now: number): void {
    for (const [id, cursor] of this.cursors) if (now - cursor.lastUsed > IDLE_MS) this.cursors.delete(id)
  }

  get count(): number {
    return this.cursors.size
  }
}

/** A source over documents already at hand. */
export const listed = (documents: readonly Buffer[]): Source => streamed(documents, () => {})

/** A source over documents that are made as they are asked for. One is made ahead, so that the last batch says that it is the last. */
export function streamed(documents: Iterable<Buffer>, pause: () => void): Source {
  const rest = documents[Symbol.iterator]()
  let ahead: Buffer | undefined
  return {
    next(count, bytes) {
      const batch: Buffer[] = []
      let size = 0
      try {
        for (;;) {
          if (!ahead) {
            const step = rest.next()
            if (step.done) return { documents: batch, isDone: true }
            ahead = step.value
          }
          if (batch.length >= count || (batch.length > 0 && size + ahead.length > bytes))
            return { documents: batch, isDone: false }
          batch.push(ahead)
          size += ahead.length
          ahead = undefined
        }
      } finally {
        pause()
      }
    },
  }
}

/** `{ cursor: { <batch>: [...], id, ns } }`, with the documents' bytes put in as they are. */
export function cursorReply(
  batch: 'firstBatch' | 'nextBatch',
  namespace: string,
  documents: readonly Buffer[],
  id: Long,
): Buffer {
  const elements: Buffer[] = []
  for (const [i, document] of documents.entries()) elements.push(Buffer.from(`\x03${i}\0`), document)
  const array = wrap(elements)
  const idBytes = Buffer.from(id.toBytesLE())
  const name = Buffer.from(namespace)
  const nameLength = Buffer.allocUnsafe(4)
  nameLength.writeInt32LE(name.length + 1)
  const cursor = wrap([
    Buffer.from(`\x04${batch}\0`),
    ...array,
    Buffer.from('\x12id\0'),
    idBytes,
    Buffer.from('\x02ns\0'),
    nameLength,
    name,
    Buffer.of(0),
  ])
  return Buffer.concat(wrap([Buffer.from('\x03cursor\0'), ...cursor]))
}

/** Elements between a document's length and its end, still in parts. */
function wrap(elements: readonly Buffer[]): Buffer[] {
  const length = Buffer.allocUnsafe(4)
  length.writeInt32LE(elements.reduce((sum, part) => sum + part.length, 5))
  return [length, ...elements, Buffer.of(0)]
}
