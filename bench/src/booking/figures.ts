import type { Measure } from '../benchmark.ts'

export const CROWD = 16

const callersOf = (callers: number): string => (callers === 1 ? '1 caller' : `${callers} callers`)
export const throughput = (callers: number): string => `throughput, ${callersOf(callers)}`
export const p99 = (callers: number): string => `p99 of a request, ${callersOf(callers)}`
export const COMMANDS = 'commands'
export const PROCESSOR = 'processor time'

export const MEASURES: readonly Measure[] = [
  { name: throughput(1), unit: 'bookings/s', digits: 1 },
  { name: p99(1), unit: 'ms', digits: 1 },
  { name: throughput(CROWD), unit: 'bookings/s', digits: 1 },
  { name: p99(CROWD), unit: 'ms', digits: 1 },
  { name: PROCESSOR, unit: 'ms a booking', digits: 1 },
  { name: COMMANDS, unit: 'to the database a booking', digits: 1 },
]
