/** Callers and WeChat in this process, the server under test in another: `settings.server` names its file. */
import type { Outcome, Settings } from '../benchmark.ts'
import { quantile } from '../statistics.ts'
import { COMMANDS, CROWD, p99, PROCESSOR, throughput } from './figures.ts'
import { callersOf, type Load } from './callers.ts'
import { startServer } from './server-process.ts'
import { startWechat, type Wechat } from './wechat.ts'

const CUSTOMERS = 64
const COUNTED = 10
/** Until the events of the last bookings have been passed on. */
const EVENTS_MS = 500

interface Budget {
  readonly warmUp: { readonly milliseconds: number; readonly most: number }
  readonly measured: { readonly milliseconds: number; readonly most: number }
}

const FULL: Budget = { warmUp: { milliseconds: 2000, most: 400 }, measured: { milliseconds: 3000, most: 1000 } }
const QUICK: Budget = { warmUp: { milliseconds: 800, most: 40 }, measured: { milliseconds: 1200, most: 100 } }

export async function run({ quick, server: file }: Settings): Promise<Outcome> {
  const { warmUp, measured } = quick === true ? QUICK : FULL
  const wechat = await startWechat()
  const { openApi, pay } = wechat.config
  try {
    const server = await startServer(String(file), { openApi, pay, counting: false })
    const callers = callersOf(server.url, wechat)
    await callers.signIn(CUSTOMERS)
    await callers.book(CROWD, warmUp)
    await server.usage()
    const alone = await callers.book(1, measured)
    const crowd = await callers.book(CROWD, measured)
    const { processor } = await server.usage()
    const peakMemory = await server.end()
    return {
      measures: {
        ...figures(1, alone),
        ...figures(CROWD, crowd),
        [PROCESSOR]: processor / (alone.bookings + crowd.bookings),
        ...(quick !== true && { [COMMANDS]: await commandsOfABooking(String(file), wechat) }),
      },
      answer: null,
      peakMemory,
    }
  } finally {
    await wechat.close()
  }
}

/** Counting costs time, so it is done by itself. */
async function commandsOfABooking(file: string, wechat: Wechat): Promise<number> {
  const { openApi, pay } = wechat.config
  const server = await startServer(file, { openApi, pay, counting: true })
  const callers = callersOf(server.url, wechat)
  await callers.signIn(COUNTED)
  // Each once, so that what is done at a customer's first order is not counted.
  await callers.book(1, { milliseconds: Infinity, most: COUNTED })
  await new Promise((resolve) => setTimeout(resolve, EVENTS_MS))
  await server.usage()
  await callers.book(1, { milliseconds: Infinity, most: COUNTED })
  await new Promise((resolve) => setTimeout(resolve, EVENTS_MS))
  const { commands } = await server.usage()
  await server.end()
  return commands / COUNTED
}

const figures = (callers: number, { bookings, seconds, latencies }: Load): Record<string, number> => ({
  [throughput(callers)]: bookings / seconds,
  [p99(callers)]: quantile(latencies, 0.99),
})
