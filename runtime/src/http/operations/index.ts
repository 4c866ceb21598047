import type { Operation } from '../operation.ts'
import { createSession, deleteMe, deleteSession, exportMe, getMe, sendCode } from './account.ts'
import {
  createCancellation,
  createHold,
  createOrder,
  createPayment,
  createQuote,
  createReschedule,
  deleteHold,
  getCancellation,
  getOrder,
  listOrders,
} from './booking.ts'
import { createConsoleSession, getEvents, putMembership, searchCustomers } from './console-office.ts'
import {
  createCheckIn,
  getConsoleOrder,
  getToday,
  listConsoleOrders,
  orderActions,
  revealAnswers,
  searchConsoleOrders,
} from './console.ts'
import { getAvailability, getShop } from './shop.ts'
import { receivePaymentNotice, receiveRefundNotice } from './wechat.ts'

/** Every call of the API. */
export const OPERATIONS: readonly Operation[] = [
  getShop,
  getAvailability,
  sendCode,
  createSession,
  deleteSession,
  getMe,
  exportMe,
  deleteMe,
  createQuote,
  createHold,
  deleteHold,
  createOrder,
  listOrders,
  getOrder,
  createPayment,
  getCancellation,
  createCancellation,
  createReschedule,
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
  getEvents,
]
