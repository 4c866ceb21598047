/** One of the programs that are measured beside one another. It runs in a process of its own. */
export interface Side {
  readonly name: string
  /** Module that exports `run`, a {@link Run}. */
  readonly module: URL
  /** Given to `run` beside what the benchmark prepared. */
  readonly settings?: Settings
  /** Less than all rounds: for what is there to be known, not to be held to an aim. */
  readonly rounds?: number
}

/** Must survive the way into another process. */
export type Settings = Readonly<Record<string, string | number | boolean>>

export interface Outcome {
  /** One figure for each measure. */
  readonly measures: Readonly<Record<string, number>>
  /** What was computed, as text: sides whose answers differ did not do the same work, and the run fails. Null: it cannot be compared. */
  readonly answer: string | null
  /** Bytes; of the process that did the work, where `run` started one. Otherwise that of the side itself is taken. */
  readonly peakMemory?: number
}

export type Run = (settings: Settings) => Promise<Outcome>

export interface Measure {
  readonly name: string
  readonly unit: string
  /** Digits after the point. */
  readonly digits: number
}

/** The first side divided by another one, round by round. */
export interface Comparison {
  readonly measure: string
  readonly against: string
  readonly aim?: { readonly atMost: number } | { readonly atLeast: number }
}

export interface Benchmark {
  readonly name: string
  readonly title: string
  /** Ours first. */
  readonly sides: readonly [Side, ...Side[]]
  readonly measures: readonly Measure[]
  readonly comparisons: readonly Comparison[]
  readonly rounds: { readonly full: number; readonly quick: number }
  /** Done once, before anything is measured. */
  readonly prepare?: (quick: boolean) => Promise<Prepared>
}

export interface Prepared {
  readonly settings: Settings
  end(): Promise<void>
}
