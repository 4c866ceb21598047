import type { Request } from 'express'

/**
 * The body of a request as it is. Undefined once it is larger than `most` bytes; the rest is left unread. Rejects when the
 * client goes away in the middle.
 */
export async function receiveBytes(req: Request, most: number): Promise<Uint8Array | undefined> {
  if (Number(req.get('content-length') ?? 0) > most) return undefined
  const chunks: Buffer[] = []
  let size = 0
  // Not by iterating: to leave that loop early would end the connection before the answer.
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else finish(() => resolve(undefined))
    }
    const finish = (settle: () => void) => {
      req.off('data', take).pause()
      settle()
    }
    req.on('data', take)
    req.once('end', () => finish(() => resolve(Buffer.concat(chunks))))
    req.once('error', (error) => finish(() => reject(error)))
    req.once('close', () =>
      finish(() => reject(Object.assign(new Error('The request ended before its body.'), { type: 'request.aborted' }))),
    )
  })
}
