import express, { Router, type Request } from 'express'
import type { Clock } from '../../domain/clock.ts'
import type { RefundStatus } from '../pay-records.ts'
import { configOf, openAccounts, type SimulatorConfig } from './accounts.ts'
import { openCustomerCodes } from './customer-codes.ts'
import { customerSide } from './customer-side.ts'
import { createFaults, type Faults } from './faults.ts'
import { openJournal } from './journal.ts'
import { NOTICE_SCHEDULE, openNotices, type NoticeControls } from './notices.ts'
import { openHost, type SentMessage } from './open-host.ts'
import { payHost } from './pay-host.ts'
import { openRefunds, refundNoticeJson, type SimulatedRefund } from './refunds.ts'
import { openTrades, transactionJson, type Trade } from './trades.ts'

export interface SimulatorOptions {
  readonly clock: Clock
  /** Accounts to have from the start; `config` is the first. One, `模拟商户`, unless told otherwise. */
  readonly accounts?: readonly [string, ...string[]]
  /** Where keys, accounts, orders, refunds and unanswered notices are kept over a restart; memory alone without it. */
  readonly stateFile?: string
  /** Where a customer's browser finds the simulator; unless told, where the request for the order came. */
  readonly publicUrl?: string
  /** Waits between attempts of a notice, in milliseconds; as WeChat's unless told otherwise. */
  readonly noticeSchedule?: readonly number[]
  /** Milliseconds from a refund's acceptance to its end; 50 unless told otherwise. */
  readonly refundDelayMs?: number
}

/** Both WeChat hosts and a customer's WeChat in one place, for development and tests: no money moves. */
export interface SimulatorParts {
  /** Mount it before any body parser, and use the address it is mounted at, prefix included, as `baseUrl`. */
  readonly router: Router
  /** Settings for the clients. The account is made when there is none of that name. */
  configFor(baseUrl: string, account?: string): SimulatorConfig
  readonly faults: Faults
  readonly notices: NoticeControls
  /** How refunds end from now on. */
  endRefundsAs(status: Exclude<RefundStatus, 'PROCESSING'>): void
  /** Subscribe messages sent, the newest first, at most 200. */
  messages(): readonly SentMessage[]
  /** Stops sending and lets the file go; what was not told yet is told after the next start. */
  close(): void
}

const MOST_MESSAGES = 200

export function createSimulatorRouter(options: SimulatorOptions): SimulatorParts {
  const { clock, publicUrl, refundDelayMs = 50 } = options
  const names = options.accounts ?? (['模拟商户'] as const)
  const journal = openJournal(options.stateFile)
  const accounts = openAccounts(journal)
  for (const name of names) accounts.named(name)
  const codes = openCustomerCodes(clock)
  const faults = createFaults()
  const trades = openTrades(journal, clock)
  const refunds = openRefunds(journal, trades, clock)
  const notices = openNotices(journal, accounts, clock, options.noticeSchedule ?? NOTICE_SCHEDULE)
  const refundTimers = new Set<NodeJS.Timeout>()
  let messages: readonly SentMessage[] = []
  let refundEnd: Exclude<RefundStatus, 'PROCESSING'> = 'SUCCESS'

  function paid(trade: Trade): void {
    const { mchid, notifyUrl: url } = trade
    notices.announce({ mchid, url, eventType: 'TRANSACTION.SUCCESS', content: transactionJson(trade) })
  }

  function endLater(refund: SimulatedRefund): void {
    const timer = setTimeout(() => {
      refundTimers.delete(timer)
      const ended = refunds.end(refund, refundEnd)
      // Without an address of its own a refund is told nowhere, as with an account whose console names none.
      if (ended.notifyUrl)
        notices.announce({
          mchid: ended.mchid,
          url: ended.notifyUrl,
          eventType: `REFUND.${refundEnd}`,
          content: refundNoticeJson(ended),
        })
    }, refundDelayMs)
    refundTimers.add(timer.unref())
  }
  for (const refund of refunds.underWay()) endLater(refund)

  const mountedAt = (req: Request) =>
    publicUrl ?? `${req.protocol}://${req.get('host')}${req.baseUrl.replace(/\/v3$/, '')}`

  const router = Router()
  router.use(express.text({ type: () => true, limit: '1mb' }))
  router.use(faults.handler)
  router.use('/v3', payHost({ accounts, trades, refunds, clock, publicUrl: mountedAt, refundAccepted: endLater }))
  router.use('/simulator', customerSide({ accounts, codes, trades, faults, messages: () => messages, paid }))
  router.use(
    openHost({
      accounts,
      codes,
      clock,
      messageSent: (message) => (messages = [message, ...messages].slice(0, MOST_MESSAGES)),
    }),
  )

  return {
    router,
    configFor: (baseUrl, account = names[0]) => configOf(accounts, accounts.named(account), baseUrl),
    faults,
    notices,
    endRefundsAs: (status) => (refundEnd = status),
    messages: () => messages,
    close() {
      for (const timer of refundTimers) clearTimeout(timer)
      notices.close()
      journal.close()
    },
  }
}
