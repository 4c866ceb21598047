import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { oneAtATime } from './oneAtATime.ts'
import { prune } from './prune.ts'
import type { OnLine } from './run.ts'

/**
 * A build that is made once for each content of its source, whoever asks for it at the same time, and kept while it is used.
 *
 * @param shelf folder of builds of one kind.
 * @param name hash of the source.
 * @param make makes it in the draft folder given, and says which folder is to be kept.
 * @returns folder of the build.
 * @throws what `make` throws; nothing is left then.
 */
export async function keptOnShelf(
  shelf: string,
  name: string,
  make: (draft: string) => Promise<string>,
  onLine: OnLine = () => undefined,
): Promise<string> {
  const folder = join(shelf, name)
  const isThere = async (): Promise<boolean> => (await stat(folder).catch(() => null)) !== null
  const waiting = (): void => onLine('等待另一个进程构建… / Waiting for another process to build it…')
  if (!(await isThere()))
    await oneAtATime(`${folder}.lock`, waiting, async () => {
      if (await isThere()) return
      const draft = join(shelf, `.draft-${randomUUID()}`)
      try {
        await rename(await make(draft), folder)
      } finally {
        await rm(draft, { recursive: true, force: true })
      }
    })
  await prune(shelf, name)
  return folder
}
