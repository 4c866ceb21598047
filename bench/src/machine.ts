import { cpus, totalmem } from 'node:os'

export interface Machine {
  readonly processor: string
  readonly cores: number
  /** GiB */
  readonly memory: number
  readonly node: string
  readonly system: string
  readonly date: string
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
  date: new Date().toISOString().slice(0, 10),
})

export const sentence = ({ processor, cores, memory, node, system, date }: Machine): string =>
  `${processor}, ${cores} cores, ${memory} GiB, Node ${node}, ${system}, ${date}`
