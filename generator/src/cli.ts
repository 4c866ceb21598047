/** What `kaidian` on the command line is: the world given to `runCommand`. */
import { runCommand } from './cli/program.ts'
import { languageOf, sayIn } from './cli/language.ts'

const argv = process.argv.slice(2)
const language = languageOf(argv, process.env)

process.exitCode = await runCommand(argv, {
  language,
  say: sayIn(language),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
  untilInterrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    }),
})
