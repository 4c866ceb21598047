import { understand } from '../understand.ts'
import type { Context, ExitCode } from './context.ts'
import { printProblems, problemsAsJson } from './problems.ts'
import { NotJson, readDescription } from './readDescription.ts'

/** `kaidian validate SHOP.json` */
export async function validate(
  context: Context,
  file: string,
  { json = false }: { json?: boolean },
): Promise<ExitCode> {
  const { text, input } = await readDescription(file).catch((error: unknown) => {
    if (json && error instanceof NotJson) context.out(JSON.stringify({ ok: false, problems: [error.problem] }, null, 2))
    throw error
  })
  const result = understand(input)
  const problems = result.ok ? [] : result.problems
  if (json) context.out(problemsAsJson(problems, text))
  else if (problems.length > 0) printProblems(context, file, text, problems)
  else context.out(context.say(`${file} 没有问题。`, `${file}: no problems.`))
  return problems.length > 0 ? 1 : 0
}
