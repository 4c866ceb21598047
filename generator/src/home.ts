import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the repository that this code runs from. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Where builds, tool chains and state are kept: `KAIDIAN_HOME`, or `.kaidian` in the repository. */
export const home = (env: NodeJS.ProcessEnv = process.env): string =>
  env['KAIDIAN_HOME'] ?? join(REPOSITORY, '.kaidian')
