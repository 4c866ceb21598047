import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Waits within this process, so that two calls of one process do not wait for each other's file. */
const queues = new Map<string, Promise<unknown>>()

async function locked<T>(lock: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true })
  for (let told = false; ;) {
    try {
      await mkdir(lock)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => '0'))
    if (pid > 0 && (pid === process.pid || !isAlive(pid))) {
      // Left by a process that was killed.
      await rm(lock, { recursive: true, force: true })
      continue
    }
    if (!told) onWait()
    told = true
    await pause(200)
  }
  try {
    await writeFile(join(lock, 'pid'), String(process.pid))
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

/**
 * Lets one process at a time do the work behind a lock, which is a folder.
 *
 * @param onWait called once when another is at it.
 */
export function oneAtATime<T>(lock: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const before = queues.get(lock) ?? Promise.resolve()
  const mine = before.catch(() => undefined).then(() => locked(lock, onWait, work))
  queues.set(lock, mine)
  return mine
}
