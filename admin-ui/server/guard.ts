import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import { StudioRefusal } from './refusals.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Name in a Host header without its port and brackets; null when it is not one. */
export function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]+))(?::\d{1,5})?$/.exec(header ?? '')
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}

/**
 * Lets only the studio's own addresses in. A page of another site can point its own name at 127.0.0.1 (DNS rebinding), but
 * cannot make the browser send another Host. `host` is what the studio listens on, `names` further names it is known by.
 */
export function guardHost(host: string, names: readonly string[]): RequestHandler {
  const anyAddress = host === '0.0.0.0' || host === '::'
  const allowed = new Set([...names.map((name) => name.toLowerCase()), host.toLowerCase()])
  return (req, _res, next) => {
    const name = hostName(req.headers.host)
    const fine = name !== null && (LOOPBACK.has(name) || allowed.has(name) || (anyAddress && isIP(name) > 0))
    next(fine ? undefined : new StudioRefusal('HOST_NOT_ALLOWED'))
  }
}

/**
 * Writes come from the studio's own pages, or from a program that is no browser (which sends neither header). Where a browser says
 * Sec-Fetch-Site, that decides: no page can set it, while Origin is `null` on a form of a page that sends no referrer, as the cashier's.
 */
export const guardOrigin: RequestHandler = (req, _res, next) => {
  const site = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  const foreign =
    site === undefined
      ? origin !== undefined && origin !== `http://${req.headers.host}` && origin !== `https://${req.headers.host}`
      : site !== 'same-origin' && site !== 'none'
  next(foreign && !SAFE.has(req.method) ? new StudioRefusal('ORIGIN_NOT_ALLOWED') : undefined)
}

/** The studio's API takes JSON and nothing a plain form of another site could send. */
export const guardMedia: RequestHandler = (req, _res, next) => {
  const body = Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'] !== undefined
  next(body && !SAFE.has(req.method) && !req.is('application/json') ? new StudioRefusal('MEDIA_TYPE') : undefined)
}

/** What every answer carries; frames only of the same origin, as the editor frames the preview. */
export const headers: RequestHandler = (_req, res, next) => {
  res.set({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
  next()
}
