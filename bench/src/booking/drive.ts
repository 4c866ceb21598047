/** Callers and WeChat in this process, the servers under test in others: `settings.server` names their file. */
import type { Outcome, Settings } from '../benchmark.ts'
import { quantile } from '../statistics.ts'
import { callersOf, type Load } from './callers.ts'
import { CALLERS, COMMANDS, p99, PROCESSES, PROCESSOR, throughput, type Setup } from './figures.ts'
import { startServers } from './server-process.ts'
import { bigSalon } from './shop.ts'
import { startWechat, type Wechat } from './wechat.ts'

const COUNTED = 10
/** Until the events of the last bookings have been passed on. */
const EVENTS_MS = 500

interface Budget {
  /** More than callers, so that nobody books twice at the same time. */
  readonly customers: number
  readonly warmUp: { readonly milliseconds: number; readonly most: number }
  readonly measured: { readonly milliseconds: number; readonly most: number }
}

const FULL: Budget = {
  customers: 2 * Math.max(...CALLERS),
  warmUp: { milliseconds: 2000, most: 400 },
  measured: { milliseconds: 3000, most: 1000 },
}
const QUICK: Budget = {
  customers: 32,
  warmUp: { milliseconds: 400, most: 8 },
  measured: { milliseconds: 400, most: 20 },
}

export async function run({ quick, server }: Settings): Promise<Outcome> {
  const file = String(server)
  const budget = quick === true ? QUICK : FULL
  const wechat = await startWechat()
  try {
    const measures: Record<string, number> = {}
    let peakMemory = 0
    for (const processes of PROCESSES) {
      const measured = await measure(file, processes, wechat, budget)
      Object.assign(measures, measured.figures)
      if (processes > 1) continue
      measures[PROCESSOR] = measured.processor
      peakMemory = measured.peakMemory
    }
    if (quick !== true) measures[COMMANDS] = await commandsOfABooking(file, wechat)
    return { measures, answer: null, peakMemory }
  } finally {
    await wechat.close()
  }
}

async function measure(file: string, processes: number, wechat: Wechat, budget: Budget) {
  const { customers, warmUp, measured } = budget
  const { openApi, pay } = wechat.config
  const servers = await startServers(file, processes, { openApi, pay, counting: false, shop: bigSalon() })
  const callers = callersOf(servers.urls, wechat)
  await callers.signIn(customers)
  await callers.book(Math.max(...CALLERS), warmUp)
  await servers.usage()
  const figures: Record<string, number> = {}
  let bookings = 0
  for (const count of CALLERS) {
    const load = await callers.book(count, measured)
    Object.assign(figures, figuresOf({ callers: count, processes }, load))
    bookings += load.bookings
  }
  const { processor } = await servers.usage()
  return { figures, processor: processor / bookings, peakMemory: await servers.end() }
}

/** Counting costs time, so it is done by itself. */
async function commandsOfABooking(file: string, wechat: Wechat): Promise<number> {
  const { openApi, pay } = wechat.config
  const servers = await startServers(file, 1, { openApi, pay, counting: true, shop: bigSalon() })
  const callers = callersOf(servers.urls, wechat)
  await callers.signIn(COUNTED)
  // Each once, so that what is done at a customer's first order is not counted.
  await callers.book(1, { milliseconds: Infinity, most: COUNTED })
  await new Promise((resolve) => setTimeout(resolve, EVENTS_MS))
  await servers.usage()
  await callers.book(1, { milliseconds: Infinity, most: COUNTED })
  await new Promise((resolve) => setTimeout(resolve, EVENTS_MS))
  const { commands } = await servers.usage()
  await servers.end()
  return commands / COUNTED
}

const figuresOf = (setup: Setup, { bookings, seconds, latencies }: Load): Record<string, number> => ({
  [throughput(setup)]: bookings / seconds,
  [p99(setup)]: quantile(latencies, 0.99),
})
