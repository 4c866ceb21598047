import { sayIn, type Language } from '../../src/cli/language.ts'
import { runCommand } from '../../src/cli/program.ts'

/** Runs one command line. @returns the exit code and what was said. */
export async function kaidian(
  argv: readonly string[],
  language: Language = 'en',
  world: { env?: NodeJS.ProcessEnv; untilInterrupted?: (said: string) => Promise<void> } = {},
) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(argv, {
    language,
    say: sayIn(language),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: world.env ?? process.env,
    untilInterrupted: async () => world.untilInterrupted?.(out.join('\n')),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
