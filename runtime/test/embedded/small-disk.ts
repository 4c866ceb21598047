import { spawnSync } from 'node:child_process'
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, removeFolder } from './fixture.ts'

/** A disk of few megabytes, and a file on it that can be taken away to make room. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves about so many bytes free. */
  fill(free: number): void
  makeRoom(): void
  remove(): void
}

/** Mounts one; undefined where this user may not. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = newFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder])
  if (mounted.status !== 0) {
    removeFolder(folder)
    return undefined
  }
  const ballast = join(folder, 'ballast')
  return {
    folder: join(folder, 'database'),
    fill(free) {
      for (let bytes = 1024 * 1024; bytes >= 4096; bytes /= 2)
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' })
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      truncateSync(ballast, Math.max(statSync(ballast).size - free, 0))
    },
    makeRoom() {
      truncateSync(ballast, 0)
      rmSync(ballast)
    },
    remove() {
      spawnSync('umount', ['-l', folder])
      removeFolder(folder)
    },
  }
}
