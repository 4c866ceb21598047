import type { Problem } from '@kaidian/schemas'
import type { Context } from './context.ts'
import { pointerPosition } from './pointerPosition.ts'

interface Located extends Problem {
  readonly line: number
  readonly column: number
}

const locate = (problems: readonly Problem[], text: string): Located[] =>
  problems.map((problem) => ({ ...problem, ...pointerPosition(text, problem.pointer) }))

/** One problem a line, as compilers do: `file:line:column pointer sentence`. */
export function printProblems(
  { language, say, err }: Context,
  file: string,
  text: string,
  problems: readonly Problem[],
): void {
  for (const { pointer, message, line, column } of locate(problems, text))
    err(`${file}:${line}:${column}  ${pointer === '' ? '/' : pointer}  ${message[language === 'zh' ? 'zh-CN' : 'en']}`)
  err(say(`共 ${problems.length} 处要改。`, `${problems.length} problem${problems.length === 1 ? '' : 's'}.`))
}

/** The same for programs. */
export const problemsAsJson = (problems: readonly Problem[], text: string): string =>
  JSON.stringify({ ok: problems.length === 0, problems: locate(problems, text) }, null, 2)
