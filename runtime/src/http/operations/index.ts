import type { Operation } from '../operation.ts'
import { createSession, deleteMe, deleteSession, exportMe, getMe, readPhoneNumber, sendCode } from './account.ts'
import {
  createCancellation,
  createFeedback,
  createInvoice,
  createReschedule,
  createTransfer,
  getCancellation,
  getTransfer,
  receiveTransfer,
} from './after-sale.ts'
import { createHold, createOrder, createPayment, createQuote, deleteHold, getOrder, listOrders } from './booking.ts'
import { getMiniProgramCode } from './console-codes.ts'
import {
  createConsoleSession,
  createReconciliation,
  getEvents,
  getWaitlist,
  grantEntitlement,
  listCustomerEntitlements,
  adjustEntitlement,
  putMembership,
  searchCustomers,
} from './console-office.ts'
import {
  createCheckIn,
  getConsoleOrder,
  getToday,
  listConsoleOrders,
  orderActions,
  revealAnswers,
  searchConsoleOrders,
} from './console.ts'
import { createUpload, getUpload } from './uploads.ts'
import { getAvailability, getShop, listRatings, listSessions, listTickets } from './shop.ts'
import { joinLine, leaveLine, listEntitlements, listLines } from './waitlist.ts'
import { receivePaymentNotice, receiveRefundNotice } from './wechat.ts'

/** Every call of the API. */
export const OPERATIONS: readonly Operation[] = [
  getShop,
  getAvailability,
  listSessions,
  listTickets,
  listRatings,
  sendCode,
  createSession,
  readPhoneNumber,
  deleteSession,
  getMe,
  exportMe,
  deleteMe,
  createQuote,
  createHold,
  deleteHold,
  createUpload,
  getUpload,
  createOrder,
  listOrders,
  getOrder,
  createPayment,
  getCancellation,
  createCancellation,
  createReschedule,
  createTransfer,
  getTransfer,
  receiveTransfer,
  createFeedback,
  createInvoice,
  joinLine,
  listLines,
  leaveLine,
  listEntitlements,
  receivePaymentNotice,
  receiveRefundNotice,
  createConsoleSession,
  getToday,
  listConsoleOrders,
  searchConsoleOrders,
  getConsoleOrder,
  revealAnswers,
  createCheckIn,
  ...orderActions,
  searchCustomers,
  putMembership,
  listCustomerEntitlements,
  grantEntitlement,
  adjustEntitlement,
  getWaitlist,
  getMiniProgramCode,
  createReconciliation,
  getEvents,
]
