import type { Measure } from '../benchmark.ts'

/** How many book at a time. */
export const CALLERS = [1, 16, 64] as const
/** How many servers share one store. */
export const PROCESSES = [1, 2] as const

/** Callers, at servers. */
export interface Setup {
  readonly callers: number
  readonly processes: number
}

export const SETUPS: readonly Setup[] = PROCESSES.flatMap((processes) =>
  CALLERS.map((callers) => ({ callers, processes })),
)

const said = ({ callers, processes }: Setup): string =>
  `${callers === 1 ? '1 caller' : `${callers} callers`}${processes === 1 ? '' : `, ${processes} processes`}`

export const throughput = (setup: Setup): string => `throughput, ${said(setup)}`
export const p99 = (setup: Setup): string => `p99 of a request, ${said(setup)}`
export const COMMANDS = 'commands'
export const PROCESSOR = 'processor time'

export const MEASURES: readonly Measure[] = [
  ...SETUPS.flatMap((setup) => [
    { name: throughput(setup), unit: 'bookings/s', digits: 1 },
    { name: p99(setup), unit: 'ms', digits: 1 },
  ]),
  { name: PROCESSOR, unit: 'ms a booking', digits: 1 },
  { name: COMMANDS, unit: 'to the database a booking', digits: 1 },
]
