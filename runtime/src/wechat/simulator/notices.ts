import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { Aes, Rsa } from 'wechatpay-axios-plugin'
import type { Clock } from '../../domain/clock.ts'
import type { Json } from '../json.ts'
import { answerMessage, chinaTime, secondsOf } from '../pay-messages.ts'
import type { Accounts } from './accounts.ts'
import type { Journal } from './journal.ts'

/** WeChat's waits between attempts, in milliseconds: fifteen over about a day. */
export const NOTICE_SCHEDULE: readonly number[] = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
].map((seconds) => seconds * 1000)

/** What is to be told to a merchant. */
export interface Announcement {
  readonly mchid: string
  readonly url: string
  readonly eventType: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS' | 'REFUND.ABNORMAL' | 'REFUND.CLOSED'
  readonly content: Json
}

/** How a notice is not WeChat's: unsigned, a strange key, changed afterwards, signed six minutes ago, or a probe. */
export type Forgery = 'unsigned' | 'strange-key' | 'altered' | 'old' | 'probe'

export interface NoticeControls {
  /** Keeps notices back until `release`. */
  hold(): void
  /** Sends what was kept back, each after the other's first attempt, in the order they arose or reversed. */
  release(order?: 'as-arisen' | 'reversed'): Promise<void>
  /** The next notice is sent `copies` times, at once, with one id. */
  duplicateNext(copies: number): void
  /** Resolves when nothing is being sent or waits for another attempt. */
  settled(): Promise<void>
  /** Sends a notice that must not be believed; resolves to the HTTP status of the answer. */
  forge(forgery: Forgery, announcement: Announcement): Promise<number>
}

export interface Notices extends NoticeControls {
  announce(announcement: Announcement): void
  close(): void
}

interface StoredNotice extends Announcement {
  readonly id: string
  readonly createdAt: string
  readonly attempts: number
  readonly state: 'waiting' | 'taken' | 'given-up'
}

const ANSWER_WITHIN_MS = 5000
const SUMMARIES = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
} as const

export function openNotices(journal: Journal, accounts: Accounts, clock: Clock, schedule: readonly number[]): Notices {
  const table = journal.table<StoredNotice>('notice')
  const timers = new Set<NodeJS.Timeout>()
  let held: StoredNotice[] | undefined
  let copies = 1
  let busy = 0
  let closed = false
  let waiters: (() => void)[] = []

  const rest = () => {
    if (busy > 0) return
    for (const wake of waiters) wake()
    waiters = []
  }

  async function attempt(notice: StoredNotice): Promise<void> {
    busy += 1
    const body = bodyOf(notice)
    const taken = await send(notice.url, body, sign(body, clock.now()))
      .then((status) => status === 200 || status === 204)
      .catch(() => false)
    // Another copy may have been taken while this one was under way.
    const stored = table.get(notice.id) ?? notice
    const wait = schedule[stored.attempts]
    if (!closed && stored.state === 'waiting') {
      const state = taken ? 'taken' : wait === undefined ? 'given-up' : 'waiting'
      const next: StoredNotice = { ...stored, attempts: stored.attempts + 1, state }
      table.put(notice.id, next)
      if (state === 'waiting') later(next, wait ?? 0)
    }
    busy -= 1
    rest()
  }

  function later(notice: StoredNotice, wait: number): void {
    busy += 1
    const timer = setTimeout(() => {
      timers.delete(timer)
      busy -= 1
      void attempt(notice)
    }, wait)
    timers.add(timer.unref())
  }

  const bodyOf = ({ id, createdAt, eventType, mchid, content }: StoredNotice): string => {
    const associated = eventType.startsWith('REFUND') ? 'refund' : 'transaction'
    const nonce = randomBytes(6).toString('hex')
    const key = accounts.byMchid(mchid)?.apiV3Key ?? ''
    return JSON.stringify({
      id,
      create_time: createdAt,
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary: SUMMARIES[eventType],
      resource: {
        original_type: associated,
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: Aes.AesGcm.encrypt(JSON.stringify(content), key, nonce, associated),
        associated_data: associated,
        nonce,
      },
    })
  }

  function sign(body: string, now: Date, key = accounts.keys.platformPrivate): Record<string, string> {
    const timestamp = secondsOf(now)
    const nonce = randomBytes(16).toString('hex')
    return {
      'Wechatpay-Timestamp': timestamp,
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': accounts.keys.publicKeyId,
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      'Wechatpay-Signature': Rsa.sign(answerMessage(timestamp, nonce, body), key),
    }
  }

  const stored = (announcement: Announcement): StoredNotice => ({
    ...announcement,
    id: randomUUID(),
    createdAt: chinaTime(clock.now()),
    attempts: 0,
    state: 'waiting',
  })

  for (const notice of table.values()) if (notice.state === 'waiting') later(notice, 0)

  return {
    announce(announcement) {
      const notice = stored(announcement)
      table.put(notice.id, notice)
      if (held) {
        held.push(notice)
        return
      }
      for (let copy = 0; copy < copies; copy += 1) void attempt(notice)
      copies = 1
    },
    hold() {
      held ??= []
    },
    async release(order = 'as-arisen') {
      const notices = held ?? []
      held = undefined
      for (const notice of order === 'reversed' ? notices.reverse() : notices) await attempt(notice)
    },
    duplicateNext(times) {
      copies = times
    },
    async settled() {
      if (busy > 0) await new Promise<void>((resolve) => waiters.push(resolve))
    },
    async forge(forgery, announcement) {
      const body = bodyOf(stored(announcement))
      const now = clock.now()
      switch (forgery) {
        case 'unsigned':
          return send(announcement.url, body, {})
        case 'strange-key':
          return send(announcement.url, body, sign(body, now, strangeKey()))
        case 'altered':
          return send(announcement.url, body.replace('"encrypt-resource"', '"encrypt-resource" '), sign(body, now))
        case 'old':
          return send(announcement.url, body, sign(body, new Date(now.getTime() - 301_000)))
        case 'probe': {
          const signature = `WECHATPAY/SIGNTEST/${randomBytes(32).toString('base64')}`
          return send(announcement.url, body, { ...sign(body, now), 'Wechatpay-Signature': signature })
        }
      }
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      busy -= timers.size
      timers.clear()
      rest()
    },
  }
}

const strangeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

async function send(url: string, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  await response.arrayBuffer()
  return response.status
}
