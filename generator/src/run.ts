import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'

export type OnLine = (line: string) => void

/**
 * Runs a program and hands on what it says, line by line, without colours and empty lines.
 *
 * @returns its exit code and its last lines.
 */
export async function run(
  command: string,
  parameters: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; onLine: OnLine },
): Promise<{ code: number; lastLines: string }> {
  const child = spawn(command, parameters, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] })
  const last: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (raw) => {
      const line = stripVTControlCharacters(raw).trimEnd()
      if (line === '') return
      last.push(line)
      if (last.length > 40) last.shift()
      options.onLine(line)
    })
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve(status ?? 1))
  })
  return { code, lastLines: last.join('\n') }
}
