/** One caller, and WeChat, in this process; the product in another, on a copy of a filled store. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome, Settings } from '../benchmark.ts'
import { callersOf, cuts } from '../booking/callers.ts'
import { CONSOLE_PASSWORD } from '../booking/protocol.ts'
import { startServers, type Servers } from '../booking/server-process.ts'
import { bigSalon } from '../booking/shop.ts'
import { startWechat } from '../booking/wechat.ts'
import { quantile } from '../statistics.ts'
import { readAsked, type Asked } from './asked.ts'
import { BOOKING, DATABASE, JOBS } from './figures.ts'
import { race, tickets } from './race.ts'
import { FILLED_STYLISTS } from './salon.ts'

const CUSTOMERS = 8
/** Requests of one booking that somebody waits for. */
const STEPS = 4

interface Budget {
  readonly warmUp: number
  readonly bookings: number
  readonly readings: number
  readonly rounds: number
}

const FULL: Budget = { warmUp: 30, bookings: 80, readings: 40, rounds: 7 }
const QUICK: Budget = { warmUp: 2, bookings: 5, readings: 5, rounds: 2 }

export async function run(settings: Settings): Promise<Outcome> {
  const isSalon = settings['shop'] === 'salon'
  const budget = settings['quick'] === true ? QUICK : FULL
  const folder = String(settings[String(settings['filled'])])
  const asked = await readAsked(folder)
  const database = await stat(join(folder, 'database', 'store.mdb'))
  const wechat = await startWechat()
  const { openApi, pay } = wechat.config
  try {
    const shop = isSalon ? bigSalon() : race()
    const servers = await startServers('kaidian-server.ts', 1, { openApi, pay, counting: false, shop }, folder)
    const [url = ''] = servers.urls
    const { figures, answer } = await readings(url, asked, budget)
    const callers = callersOf(servers.urls, wechat, isSalon ? cuts(FILLED_STYLISTS) : tickets())
    await callers.signIn(CUSTOMERS)
    await callers.book(1, { milliseconds: Infinity, most: budget.warmUp })
    const { latencies } = await callers.book(1, { milliseconds: Infinity, most: budget.bookings })
    const jobs = await roundsOfJobs(servers, budget)
    return {
      measures: {
        [BOOKING]: leastOf(together(latencies)),
        ...figures,
        [JOBS]: jobs,
        [DATABASE]: database.size / 2 ** 20,
      },
      answer,
      peakMemory: await servers.end(),
    }
  } finally {
    await wechat.close()
  }
}

/** What the work itself takes: whatever else the machine does only adds to it. */
const leastOf = (milliseconds: readonly number[]): number => quantile(milliseconds, 0.1)

/** Milliseconds of each booking: its requests come one after another. */
const together = (latencies: readonly number[]): number[] =>
  Array.from({ length: latencies.length / STEPS }, (_, index) =>
    latencies.slice(STEPS * index, STEPS * (index + 1)).reduce((sum, one) => sum + one, 0),
  )

async function roundsOfJobs(servers: Servers, { rounds }: Budget): Promise<number> {
  // The first has the leavings of all that was booked.
  await servers.runJobs()
  const took: number[] = []
  for (let nth = 0; nth < rounds; nth++) took.push(await servers.runJobs())
  return leastOf(took)
}

/** What the pages cost, and how much they show: the same, however much there is beside. */
async function readings(url: string, { tokens, pages }: Asked, { readings: count, warmUp }: Budget) {
  const staff = await staffToken(url)
  const figures: Record<string, number> = {}
  const shown: string[] = []
  for (const [path, name] of Object.entries(pages)) {
    const took: number[] = []
    for (let nth = -warmUp; nth < count; nth++) {
      const token = path.startsWith('/console') ? staff : tokens[(nth + warmUp) % tokens.length]
      const began = performance.now()
      const answer = await fetch(`${url}/api${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      if (nth >= 0) took.push(performance.now() - began)
      if (nth === 0) shown.push(`${name} ${sizeOf(text)}`)
    }
    figures[name] = leastOf(took)
  }
  return { figures, answer: shown.join(', ') }
}

/** How many entries an answer has. */
const sizeOf = (text: string): string => String(text.match(/"id":|"start":/g)?.length ?? 0)

async function staffToken(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/console/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: CONSOLE_PASSWORD }),
  })
  return ((await answer.json()) as { token: string }).token
}
