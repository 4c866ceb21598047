import { once } from 'node:events'
import { connect } from 'node:net'
import { deserialize, serialize } from 'bson'
import type { Document } from 'bson'

/** A client without the driver, for what the driver does not let one send. */
export interface RawClient {
  command(body: Document): Promise<Document>
  /** The oldest form of a command, as drivers first say hello. */
  query(body: Document): Promise<Document>
  end(): void
}

export function rawClient(uri: string): RawClient {
  const socket = connect({ path: decodeURIComponent(new URL(uri).host) })
  const send = async (code: number, payload: Buffer, bodyAt: number): Promise<Document> => {
    const head = Buffer.alloc(16)
    head.writeInt32LE(16 + payload.length, 0)
    head.writeInt32LE(7, 4)
    head.writeInt32LE(code, 12)
    socket.write(Buffer.concat([head, payload]))
    let reply = Buffer.alloc(0)
    while (reply.length < 4 || reply.length < reply.readInt32LE(0))
      reply = Buffer.concat([reply, ...((await once(socket, 'data')) as [Buffer])])
    if (reply.readInt32LE(8) !== 7) throw new Error('This answers another message')
    return deserialize(reply.subarray(bodyAt))
  }
  return {
    command: (body) => send(2013, Buffer.concat([Buffer.alloc(5), serialize({ ...body, $db: 'shop' })]), 21),
    query: (body) =>
      send(2004, Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), serialize(body)]), 36),
    end: () => socket.destroy(),
  }
}
