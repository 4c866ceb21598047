import { createServer } from 'node:net'
import type { ListenOptions, Server, Socket } from 'node:net'
import type { Engine } from './engine.ts'
import { dispatch } from './dispatch.ts'
import { MessageSplitter, readMessage, replyTo } from './wire.ts'

/** Serves one engine to any number of connections of one socket. */
export class WireServer {
  private readonly server: Server
  private readonly sockets = new Set<Socket>()
  private readonly engine: Engine
  private lastConnection = 0
  private readonly busy = new Set<Promise<void>>()
  address = 'localhost:27017'

  constructor(engine: Engine) {
    this.engine = engine
    this.server = createServer({ noDelay: true }, (socket) => this.serve(socket))
  }

  listen(options: ListenOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(options, () => {
        this.server.off('error', reject)
        const address = this.server.address()
        this.address = typeof address === 'string' || !address ? (options.path ?? '') : `127.0.0.1:${address.port}`
        resolve()
      })
    })
  }

  private serve(socket: Socket): void {
    const connection = { id: ++this.lastConnection, address: this.address }
    const splitter = new MessageSplitter()
    let turn = Promise.resolve()
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    // A client that went away is no fault of the server's.
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      try {
        for (const bytes of splitter.push(chunk)) {
          const message = readMessage(bytes)
          turn = turn.then(async () => {
            const reply = await dispatch(this.engine, message.body, message.sequences, connection)
            if (!message.isSilent && socket.writable) socket.write(replyTo(message, reply))
          })
          const current = turn
          this.busy.add(current)
          void current.finally(() => this.busy.delete(current))
        }
      } catch {
        // What is not MongoDB's protocol cannot be answered in it.
        socket.destroy()
      }
    })
  }

  /** Stops taking connections, lets running commands finish for up to `graceMs`, and closes. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    let timer: NodeJS.Timeout | undefined
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs)
    })
    await Promise.race([Promise.allSettled(this.busy), grace])
    clearTimeout(timer)
    for (const socket of this.sockets) socket.destroy()
    await closed
  }
}
