import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { SetupFault } from './settings.ts'

export interface Listening {
  readonly port: number
  /** Takes no new requests and resolves when those under way are answered; after `graceMs` they are cut off. */
  close(graceMs?: number): Promise<void>
}

/** Throws a {@link SetupFault} when the port cannot be had. */
export async function listen(app: Express, port: number, host: string): Promise<Listening> {
  const server = createServer(app)
  // Longer than the load balancers in front keep a connection, and than the longest answer takes.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 66_000
  server.requestTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    throw faultOf(error, port, host)
  })
  return { port: (server.address() as AddressInfo).port, close: (graceMs = 10_000) => closeServer(server, graceMs) }
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    // A connection that was busy a moment ago would be kept open for another request.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(idle)
      resolve()
    })
  })
}

function faultOf(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new SetupFault(
        `端口 ${port} 已被占用。请关掉占用它的程序,或换一个 PORT。Port ${port} is in use; stop what uses it, or set another PORT.`,
      )
    case 'EACCES':
      return new SetupFault(
        `没有权限使用端口 ${port},请换一个大于 1024 的 PORT。There is no permission to listen on port ${port}; set a PORT above 1024.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new SetupFault(`这台机器没有地址 ${host}。This machine has no address ${host}; set another HOST.`)
    default:
      return error
  }
}
