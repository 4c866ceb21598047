import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

const DAY = 86_400_000

/**
 * Keeps a shelf of content-hashed builds from growing for ever: those not used for a month go. What is in use is touched, so that it stays.
 *
 * @param used name of the folder in use.
 */
export async function prune(shelf: string, used: string, now = new Date()): Promise<void> {
  await utimes(join(shelf, used), now, now)
  for (const name of await readdir(shelf)) {
    const found = await stat(join(shelf, name)).catch(() => null)
    if (found !== null && now.getTime() - found.mtimeMs > 30 * DAY)
      await rm(join(shelf, name), { recursive: true, force: true })
  }
}
