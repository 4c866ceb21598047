import type { ErrorRequestHandler, Request } from 'express'
import { Refusal, type Words } from '../domain/index.ts'
import type { Log } from '../flow/context.ts'

export type Locale = 'zh-CN' | 'en'

/** Chinese unless the client asks for English first. */
export const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN')

const say = (words: Words, locale: Locale): string => words[locale] ?? words['zh-CN']

/** A refusal as clients get it. */
export const refusalBody = ({ code, words, field, reason, faults }: Refusal, locale: Locale) => ({
  error: {
    code,
    message: say(words, locale),
    ...(field !== undefined && { field }),
    ...(reason !== undefined && { reason }),
    ...(faults.length > 0 && {
      fields: faults.map((fault) => ({ field: fault.field, code: fault.code, message: say(fault.message, locale) })),
    }),
  },
})

const FAULT: Required<Words> = {
  'zh-CN': '我们这边出了点问题，请稍后再试。',
  en: 'Something went wrong on our side; please try again later.',
}

/** The last handler: refusals as they are; everything else is a bug: logged with an id, shown as that id. */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    // What is still being sent is read and dropped, so that the client gets to see the answer.
    req.resume()
    const locale = localeOf(req)
    const refusal = error instanceof Refusal ? error : ofParser(error)
    if (refusal) {
      if (refusal.status === 429 || refusal.code === 'REQUEST_UNDER_WAY')
        res.setHeader('Retry-After', res.getHeader('Retry-After') ?? '1')
      res.status(refusal.status).json(refusalBody(refusal, locale))
      return
    }
    const id = String(res.locals.requestId)
    log.error({ request: id, error: error instanceof Error ? error.stack : String(error) }, 'A request failed.')
    res.status(500).json({ error: { code: 'INTERNAL', message: say(FAULT, locale), id } })
  }

/** What Express and its body parsers throw for a client's fault. */
function ofParser(error: unknown): Refusal | undefined {
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown }
  if (type === 'entity.too.large') return new Refusal('BODY_TOO_LARGE')
  if (
    typeof type === 'string' &&
    (type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.'))
  )
    return new Refusal('BODY_NOT_JSON')
  if (type === 'request.aborted' || type === 'request.size.invalid') return new Refusal('BODY_NOT_JSON')
  // A path that cannot be decoded.
  if (status === 400) return new Refusal('INPUT_INVALID')
  return undefined
}
