import { decode } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
const HEADER = 16
export const MAX_MESSAGE_BYTES = 48_000_000

/** One message of a client. `isSilent`: it waits for no reply. */
export interface Message {
  readonly id: number
  readonly kind: 'msg' | 'query'
  readonly body: Document
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>
  readonly isSilent: boolean
}

/** Cuts a stream of bytes into messages. Throws when it is not MongoDB's wire protocol. */
export class MessageSplitter {
  private parts: Buffer[] = []
  private length = 0;

  *push(chunk: Buffer): Iterable<Buffer> {
    this.parts.push(chunk)
    this.length += chunk.length
    while (this.length >= 4) {
      const [first] = this.parts
      if (first && first.length < 4) this.parts = [Buffer.concat(this.parts)]
      const size = (this.parts[0] as Buffer).readInt32LE(0)
      if (size < HEADER || size > MAX_MESSAGE_BYTES + 16_384) throw new Error(`Message of ${size} bytes`)
      if (this.length < size) return
      const all = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts)
      yield all.subarray(0, size)
      this.parts = [all.subarray(size)]
      this.length -= size
    }
  }
}

/** Reads a whole message. Throws for a kind that is not supported. */
export function readMessage(bytes: Buffer): Message {
  const id = bytes.readInt32LE(4)
  const code = bytes.readInt32LE(12)
  if (code === OP_QUERY) return readQuery(id, bytes)
  if (code !== OP_MSG) throw new Error(`Message kind ${code} is not supported`)
  const flags = bytes.readUInt32LE(HEADER)
  const end = flags & CHECKSUM_PRESENT ? bytes.length - 4 : bytes.length
  let body: Document | undefined
  const sequences = new Map<string, Buffer[]>()
  for (let at = HEADER + 4; at < end;) {
    const kind = bytes[at++]
    const size = bytes.readInt32LE(at)
    if (size < 5 || at + size > end) throw new Error('A section is cut off')
    if (kind === 0) body = decode(bytes.subarray(at, at + size), 0, 'documents')
    else if (kind === 1) {
      const nameEnd = bytes.indexOf(0, at + 4)
      const documents: Buffer[] = []
      for (let from = nameEnd + 1; from < at + size;) {
        const length = bytes.readInt32LE(from)
        if (length < 5) throw new Error('A section is cut off')
        documents.push(Buffer.from(bytes.subarray(from, from + length)))
        from += length
      }
      sequences.set(bytes.toString('utf8', at + 4, nameEnd), documents)
    } else throw new Error(`Section kind ${kind} is not supported`)
    at += size
  }
  if (!body) throw new CommandError('FailedToParse', 'A message needs a body')
  return { id, kind: 'msg', body, sequences, isSilent: (flags & MORE_TO_COME) !== 0 }
}

/** The oldest form of a command, which drivers still use to say hello. */
function readQuery(id: number, bytes: Buffer): Message {
  const nameEnd = bytes.indexOf(0, HEADER + 4)
  const namespace = bytes.toString('utf8', HEADER + 4, nameEnd)
  const body = decode(bytes.subarray(nameEnd + 9))
  return {
    id,
    kind: 'query',
    body: { ...body, $db: namespace.split('.')[0] },
    sequences: new Map(),
    isSilent: false,
  }
}

let lastId = 0

/** The bytes that answer `message` with `document`, in parts. */
export function replyTo(message: Message, document: Buffer): Buffer {
  const isMsg = message.kind === 'msg'
  const head = Buffer.alloc(isMsg ? HEADER + 5 : HEADER + 20)
  head.writeInt32LE(head.length + document.length, 0)
  head.writeInt32LE((lastId = (lastId + 1) & 0x7fffffff), 4)
  head.writeInt32LE(message.id, 8)
  head.writeInt32LE(isMsg ? OP_MSG : OP_REPLY, 12)
  if (!isMsg) {
    head.writeInt32LE(8, HEADER)
    head.writeInt32LE(1, HEADER + 16)
  }
  return Buffer.concat([head, document])
}
