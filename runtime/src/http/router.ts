import { setMaxListeners } from 'node:events'
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { Refusal } from '../domain/index.ts'
import type { ShopContext } from '../flow/context.ts'
import { customerOf } from '../flow/signing-in.ts'
import { newToken } from '../ids.ts'
import type { Customer } from '../store/index.ts'
import { answerErrors } from './answering.ts'
import { inputCheck } from './checking.ts'
import { openApiDocument } from './openapi.ts'
import type { Call, Operation, Reply } from './operation.ts'
import { OPERATIONS } from './operations/index.ts'
import { once, requestKeyOf } from './repeating.ts'

/** Requests per window for one address. */
export interface Limits {
  /** Any call; per minute. */
  readonly general: number
  /** Sign-in codes and sign-ins; per ten minutes. */
  readonly signIn: number
  /** Wrong console passwords; per fifteen minutes. */
  readonly password: number
}

export const LIMITS: Limits = { general: 1200, signIn: 60, password: 10 }

const MINUTE = 60_000

/** The API of one shop, to be mounted at `/api`. `closing` ends what is waiting. */
export function createApiRouter(ctx: ShopContext, closing: AbortSignal, limits: Limits = LIMITS): Router {
  setMaxListeners(0, closing)
  const router = Router()
  const json = express.json({ limit: '64kb', type: () => true })
  const raw = express.text({ limit: '64kb', type: () => true })
  const limiters = {
    signIn: limit(10 * MINUTE, limits.signIn),
    password: limit(15 * MINUTE, limits.password, true),
  }
  const document = JSON.stringify(openApiDocument())

  router.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } }))
  router.use(noted(ctx))
  router.use(limit(MINUTE, limits.general))
  router.get('/openapi.json', (_req, res) => {
    res.type('application/json').set('Cache-Control', 'no-cache').send(document)
  })

  for (const operation of OPERATIONS) {
    const before: RequestHandler[] = [
      ...(operation.limit ? [limiters[operation.limit]] : []),
      ...(operation.raw ? [raw] : operation.body ? [json] : []),
    ]
    router[operation.method](expressPath(operation), ...before, handlerOf(ctx, closing, operation))
  }
  for (const path of new Set(OPERATIONS.map(expressPath)))
    router.all(path, (_req, _res, next) => next(new Refusal('METHOD_NOT_ALLOWED')))
  router.use((_req, _res, next) => next(new Refusal('NOT_FOUND')))
  router.use(answerErrors(ctx.log))
  return router
}

const expressPath = ({ path }: Operation): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

function limit(windowMs: number, most: number, onlyFailures = false): RequestHandler {
  return rateLimit({
    windowMs,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: onlyFailures,
    validate: false,
    handler: (_req, _res, next) => next(new Refusal('TOO_MANY_REQUESTS')),
  })
}

/** One line per request: which call, never its query, body or token. */
function noted(ctx: ShopContext): RequestHandler {
  return (_req, res, next) => {
    const id = newToken().slice(0, 12)
    const began = performance.now()
    res.locals.requestId = id
    res.setHeader('X-Request-Id', id)
    res.setHeader('Cache-Control', 'no-store')
    res.on('finish', () => {
      const call = String(res.locals.operation ?? 'unknown')
      ctx.log.info({ request: id, call, status: res.statusCode, ms: Math.round(performance.now() - began) }, 'request')
    })
    next()
  }
}

function handlerOf(ctx: ShopContext, closing: AbortSignal, operation: Operation): RequestHandler {
  const check = inputCheck(operation)
  return async (req, res) => {
    res.locals.operation = operation.id
    const token = /^Bearer ([\w-]{1,200})$/i.exec(req.get('authorization') ?? '')?.[1] ?? ''
    const customer = await admitted(ctx, operation, token)
    const { key, given } = requestKeyOf(operation, req.get('idempotency-key'))
    const call: Call = {
      ctx,
      customer,
      token,
      requestKey: key,
      query: check.query(queryIn(req.originalUrl)),
      body: operation.raw ? req.body : check.body(req.body),
      params: req.params as Record<string, string>,
      req,
      res,
      gone: goneSignal(req, closing),
    }
    const reply = operation.repeatable && given ? await once(operation, call) : await operation.handle(call)
    if (operation.id === 'getShop') res.setHeader('Cache-Control', 'no-cache')
    send(res, reply)
  }
}

/** The query of what stands in the request line, which need not be a URL. */
function queryIn(target: string): URLSearchParams {
  const mark = target.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : target.slice(mark))
}

/** Refuses NOT_SIGNED_IN where the call is for customers or staff, and this is neither. */
async function admitted(ctx: ShopContext, { access }: Operation, token: string): Promise<Customer | undefined> {
  if (access === 'open') return undefined
  if (access === 'console' || access === 'customerOrConsole') {
    if (token !== '' && (await ctx.store.sessions.find('console', token, ctx.clock.now()))) return undefined
    if (access === 'console') throw new Refusal('NOT_SIGNED_IN')
  }
  const customer = token === '' ? undefined : await customerOf(ctx, token)
  // A token that is over is told even where none is needed: the app then signs in again.
  if (!customer && (access !== 'known' || token !== '')) throw new Refusal('NOT_SIGNED_IN')
  return customer
}

function goneSignal(req: Request, closing: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const gone = () => controller.abort()
  closing.addEventListener('abort', gone)
  req.res?.on('close', () => {
    closing.removeEventListener('abort', gone)
    gone()
  })
  return controller.signal
}

function send(res: Response, { status, body, file }: Reply): void {
  if (file) res.status(status).type(file.media).send(Buffer.from(file.content))
  else if (status === 204) res.status(204).end()
  else res.status(status).json(body)
}
