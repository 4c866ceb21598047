import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import helmet from 'helmet'
import { SetupFault } from './settings.ts'

const INLINE = /<script>([\s\S]*?)<\/script>/g

/** The scripts that stand in a page itself, as sources for its policy: Taro sets the size of `rem` by one. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(INLINE)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )

const YEAR_S = 31_536_000

/**
 * A built page with its files. Files whose name holds a hash may be kept for a year, the rest is asked for again each time.
 * Scripts come from here only; pictures also from https; the page may be framed by its own origin.
 */
export function pages(folder: string, setting: string): Router {
  if (!existsSync(join(folder, 'index.html')))
    throw new SetupFault(
      `${setting} 里没有 index.html:${folder}。There is no index.html in ${folder} (${setting}); build it first.`,
    )
  const scripts = inlineScripts(readFileSync(join(folder, 'index.html'), 'utf8'))
  const router = Router()
  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", ...scripts],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          workerSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'", 'https:'],
          frameAncestors: ["'self'"],
        },
      },
      // A camera reads check-in codes; a payment page of WeChat needs to know which site sent the customer.
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      crossOriginOpenerPolicy: false,
      strictTransportSecurity: false,
    }),
  )
  router.use(
    express.static(folder, {
      setHeaders(res, path) {
        const hashed = /[.-][\w-]{8,}\.(?:js|css|woff2?|png|jpe?g|svg|webp)$/.test(path)
        res.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
      },
    }),
  )
  return router
}
