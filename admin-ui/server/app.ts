import { randomUUID } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type Router } from 'express'
import { guardHost, guardMedia, guardOrigin, headers } from './guard.ts'
import { languageOf } from './language.ts'
import { previewRoutes, type PreviewRoutesParts } from './preview-routes.ts'
import { StudioRefusal } from './refusals.ts'
import { shopRoutes, type ShopRoutesParts } from './shop-routes.ts'
import { versionRoutes, type VersionRoutesParts } from './version-routes.ts'

export interface StudioParts extends ShopRoutesParts, VersionRoutesParts, PreviewRoutesParts {
  /** What the studio listens on, and further names it is known by. */
  readonly host: string
  readonly names: readonly string[]
  /** Simulated WeChat, to which the sandboxes speak. */
  readonly simulator: Router
  /** Folder of the built studio pages. */
  readonly studio: string
  readonly onLine: (line: string) => void
}

const CSP = [
  "default-src 'self'",
  // Ajv compiles the language's own schema in the page; no text of a merchant ever reaches it as code.
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' https: data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** The studio's HTTP: guards, then `/studio/api`, `/preview`, and the pages at `/`. */
export function studioApp(parts: StudioParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(headers)
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  app.use(guardHost(parts.host, parts.names), guardOrigin)
  const noStore: express.RequestHandler = (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  }
  app.use('/studio/api', noStore, guardMedia, express.json({ limit: '2mb' }))
  app.use('/studio/api', shopRoutes(parts), versionRoutes(parts))
  app.use('/simulator-host', parts.simulator)
  app.use('/preview', previewRoutes(parts))
  app.use(
    express.static(parts.studio, {
      setHeaders(res, path) {
        res.setHeader('Content-Security-Policy', CSP)
        res.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  app.use((_req, _res, next) => {
    next(new StudioRefusal('PATH_UNKNOWN'))
  })
  app.use(answerError(parts.onLine))
  return app
}

/** Refusals with their words; anything else is ours to find by its id. */
function answerError(onLine: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const refusal = error instanceof StudioRefusal ? error : bodyRefusal(error)
    const language = languageOf(req)
    if (refusal) {
      const message = refusal.words[language] ?? refusal.words['zh-CN']
      res.status(refusal.status).json({ error: { code: refusal.code, message }, ...refusal.detail })
      return
    }
    const id = randomUUID()
    onLine(`Fault ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    const message = language === 'en' ? `Something went wrong (${id}).` : `出错了（${id}）。`
    res.status(500).json({ error: { code: 'FAULT', message, id } })
  }
}

function bodyRefusal(error: unknown): StudioRefusal | null {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null
  if (type === 'entity.too.large') return new StudioRefusal('BODY_TOO_LARGE')
  return typeof type === 'string' && /^(entity|encoding|charset|request)\./.test(type)
    ? new StudioRefusal('BODY_INVALID')
    : null
}
