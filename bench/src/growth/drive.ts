/** One caller, and WeChat, in this process; the product in another, on a copy of a filled store. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome, Settings } from '../benchmark.ts'
import { callersOf, cuts } from '../booking/callers.ts'
import { CONSOLE_PASSWORD } from '../booking/protocol.ts'
import { startServers, type Servers } from '../booking/server-process.ts'
import { bigSalon } from '../booking/shop.ts'
import { startWechat } from '../booking/wechat.ts'
import { readAsked, type Asked } from './asked.ts'
import { BOOKING, DATABASE, JOBS } from './figures.ts'
import { race, tickets } from './race.ts'
import { FILLED_STYLISTS } from './salon.ts'

const CUSTOMERS = 8

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
    const { figures, answer } = await readings(servers, asked, budget)
    const callers = callersOf(servers.urls, wechat, isSalon ? cuts(FILLED_STYLISTS) : tickets())
    await callers.signIn(CUSTOMERS)
    await callers.book(1, { milliseconds: Infinity, most: budget.warmUp })
    const { bookings } = budget
    const booking = await processorFor(servers, bookings, () =>
      callers.book(1, { milliseconds: Infinity, most: bookings }),
    )
    // The first round has the leavings of all that was booked.
    await servers.runJobs()
    const jobs = await processorFor(servers, budget.rounds, async () => {
      for (let nth = 0; nth < budget.rounds; nth++) await servers.runJobs()
    })
    return {
      measures: {
        [BOOKING]: booking,
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

/** Milliseconds of the processor that the server uses for one of `count` times that `work` does something. */
async function processorFor(servers: Servers, count: number, work: () => Promise<unknown>): Promise<number> {
  await servers.usage()
  await work()
  return (await servers.usage()).processor / count
}

/** What the pages cost, and how much they show: the same, however much there is beside. */
async function readings(servers: Servers, { tokens, pages }: Asked, { readings: count, warmUp }: Budget) {
  const [url = ''] = servers.urls
  const staff = await staffToken(url)
  const figures: Record<string, number> = {}
  const shown: string[] = []
  for (const [path, name] of Object.entries(pages)) {
    const read = async (nth: number): Promise<string> => {
      const token = path.startsWith('/console') ? staff : tokens[nth % tokens.length]
      const answer = await fetch(`${url}/api${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      return text
    }
    for (let nth = 0; nth < warmUp; nth++) await read(nth)
    figures[name] = await processorFor(servers, count, async () => {
      for (let nth = 0; nth < count; nth++) await read(nth)
    })
    shown.push(`${name} ${sizeOf(await read(0))}`)
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
