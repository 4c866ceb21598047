import { readFileSync, readdirSync } from 'node:fs'
import type { World } from './world.ts'

/** Any JSON; a case looks into it freely and says what it expects. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any

/**
 * One thing somebody does, and what comes of it. Beside what its kind takes, a step may say:
 * `at` the wall time it happens, `by` which customer, `expect` what the answer contains, `refused` the error instead,
 * `save` a name under which later steps find the answer.
 */
export interface Step {
  readonly do: string
  readonly at?: string
  readonly by?: string
  readonly expect?: Json
  readonly refused?: Json
  readonly save?: string
  readonly [more: string]: Json
}

export interface Case {
  readonly number: number
  readonly title: string
  /** Wall time at the shop; that of the file when left out. */
  readonly now?: string
  readonly steps: readonly Step[]
}

/** The cases of one shop: data only, so that a shop nobody has thought of needs no code. */
export interface CaseFile {
  /** The description, relative to this folder. */
  readonly shop: string
  readonly now: string
  /** Answers and selections that steps name by `{ "like": name, … }`. */
  readonly people?: Readonly<Record<string, Json>>
  readonly cases: readonly Case[]
}

/** What the API said. */
export interface Outcome {
  readonly status: number
  readonly body: Json
}

/** A kind of step. */
export interface StepKind {
  /** What it takes beside what every step may say. */
  readonly takes: readonly string[]
  /** `perform` does another step, of any kind. */
  run(step: Step, world: World, perform: Perform): Promise<Outcome>
}

export type Perform = (step: Step, world: World) => Promise<Outcome>

const here = (path: string): URL => new URL(path, import.meta.url)

export const readJson = (path: string): Json => JSON.parse(readFileSync(here(path), 'utf8')) as Json

export interface NamedCases {
  readonly name: string
  readonly file: CaseFile
  readonly description: Json
}

/** Every file of cases: the scenarios first, then the further shops. */
export function caseFiles(): readonly NamedCases[] {
  return ['./', './more/'].flatMap((folder) =>
    readdirSync(here(folder))
      .filter((name) => name.endsWith('.json') && !name.endsWith('.shop.json'))
      .toSorted()
      .map((name) => {
        const file = readJson(folder + name) as CaseFile
        return { name: name.replace(/\.json$/, ''), file, description: readJson(file.shop) }
      }),
  )
}
