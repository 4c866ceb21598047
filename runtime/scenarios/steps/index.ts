import type { StepKind } from '../case.ts'
import { entitlements, feedback, hold, look, order, quote } from './booking.ts'
import { sessions, starts, tickets } from './calendar.ts'
import { offerTransfer, reschedule, takeOver } from './changes.ts'
import { crowd } from './crowd.ts'
import { leaveLine, line, wait } from './line.ts'
import { cancel, cancelPreview, noticesArrive, pay, refundsArrive } from './payment.ts'
import {
  account,
  approve,
  checkIn,
  complete,
  grant,
  membership,
  noShow,
  payAtCounter,
  refund,
  reject,
  shopCancels,
} from './staff.ts'
import { jobs, wallClock } from './time.ts'
import { upload } from './uploads.ts'

/** Everything a case can do; the list is closed. */
export const STEPS: Readonly<Record<string, StepKind>> = {
  quote,
  hold,
  order,
  look,
  entitlements,
  feedback,
  starts,
  sessions,
  tickets,
  pay,
  noticesArrive,
  refundsArrive,
  cancelPreview,
  cancel,
  reschedule,
  offerTransfer,
  takeOver,
  wait,
  line,
  leaveLine,
  approve,
  reject,
  checkIn,
  noShow,
  complete,
  shopCancels,
  payAtCounter,
  refund,
  account,
  membership,
  grant,
  clock: wallClock,
  jobs,
  crowd,
  upload,
}
