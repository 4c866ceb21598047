import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { requireUploadId, type UploadStore } from './upload-store.ts'

/** Files in a folder of this machine, readable by their owner only. Made when the first one comes. */
export function localUploads(folder: string): UploadStore {
  const pathOf = (id: string) => join(folder, requireUploadId(id))
  const draftOf = (id: string) => `${pathOf(id)}.part`
  return {
    async put(id, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeThrough(draftOf(id), bytes)
      await rename(draftOf(id), pathOf(id))
      await syncFolder(folder)
    },
    async get(id) {
      try {
        return await readFile(pathOf(id))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(id) {
      await rm(pathOf(id), { force: true })
      // What a process left that died while it wrote.
      await rm(draftOf(id), { force: true })
    },
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The new name is there after a power cut only when its folder was written too. */
async function syncFolder(folder: string): Promise<void> {
  // Windows does not open folders, and needs no sync of them.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
