import type { RequestHandler } from 'express'
import { OPEN_REFUSALS, PAY_REFUSALS, type PayRefusalCode } from './refusals.ts'

/** Something that goes wrong on demand: for the next `times` requests (one) whose path begins with `path`. */
export type Fault = { readonly path: string; readonly times?: number } & (
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection breaks before anything was done. */
  | { readonly kind: 'drop' }
  /** It is done, and the answer is lost: the caller cannot know. */
  | { readonly kind: 'lose-answer' }
  /** The payment host refuses; `SYSTEM_ERROR` is an HTTP 500. */
  | { readonly kind: 'refuse'; readonly code: PayRefusalCode }
  /** api.weixin.qq.com answers with this number. */
  | { readonly kind: 'errcode'; readonly errcode: number }
)

export interface Faults {
  add(fault: Fault): void
  clear(): void
}

export interface FaultLayer extends Faults {
  readonly handler: RequestHandler
}

export function createFaults(): FaultLayer {
  let waiting: { fault: Fault; left: number }[] = []

  function next(path: string): Fault | undefined {
    const found = waiting.find(({ fault }) => path.startsWith(fault.path))
    if (!found) return undefined
    found.left -= 1
    waiting = waiting.filter(({ left }) => left > 0)
    return found.fault
  }

  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    clear() {
      waiting = []
    },
    handler(req, res, proceed) {
      const fault = next(req.path)
      switch (fault?.kind) {
        case undefined:
          return proceed()
        case 'delay':
          setTimeout(proceed, fault.ms).unref()
          return
        case 'drop':
          req.socket.destroy()
          return
        case 'lose-answer':
          res.end = () => {
            req.socket.destroy()
            return res
          }
          return proceed()
        case 'refuse': {
          const [status, message] = PAY_REFUSALS[fault.code]
          res.status(status).json({ code: fault.code, message })
          return
        }
        case 'errcode': {
          const errmsg: string | undefined = (OPEN_REFUSALS as Record<number, string>)[fault.errcode]
          res.json({ errcode: fault.errcode, errmsg: errmsg ?? 'error' })
        }
      }
    },
  }
}
