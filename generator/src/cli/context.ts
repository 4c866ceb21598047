import type { Language, Say } from './language.ts'

/** What a command needs of the world; tests give their own. */
export interface Context {
  readonly language: Language
  readonly say: Say
  readonly out: (line: string) => void
  /** Progress and complaints, so that `--json` on the other stream stays JSON. */
  readonly err: (line: string) => void
  readonly env: NodeJS.ProcessEnv
  /** Resolves when the user wants a running command to end; from the call on, the first Ctrl-C no longer kills. */
  readonly untilInterrupted: () => Promise<void>
}

/** 0: done; 1: the description has problems; 2: it could not be tried at all. */
export type ExitCode = 0 | 1 | 2
