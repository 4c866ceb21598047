import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface ServingProcess {
  readonly child: ChildProcess
  readonly said: { readonly uri?: string; readonly code?: string; readonly message?: string }
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Serves a folder in another process. `limit`: most bytes a file of it may have. */
export async function serveElsewhere(folder: string, limit?: number): Promise<ServingProcess> {
  const command = [process.execPath, '--import', 'tsx', SERVE, folder]
  const shell = limit === undefined ? command : ['prlimit', `--fsize=${limit}`, ...command]
  const child = spawn(shell[0] as string, shell.slice(1), { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  // A test that fails before it ends the process must not keep the others from ending.
  child.unref()
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  ;(child.stdout as Socket).unref()
  return {
    child,
    said: JSON.parse(line) as ServingProcess['said'],
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      child.ref()
      await once(child, 'exit')
    },
  }
}
