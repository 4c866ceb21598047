import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { home } from '../../scripts/setup.mjs'

/** What may be shared between homes: made once from the lock files and the sources, under names that carry their hash. */
const CACHES = ['toolchain', 'h5', 'weapp', 'package']

/** @returns `folder`, made into a home without shops that shares the installed tool chain and builds. */
export async function freshHome(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const name of CACHES) {
    await mkdir(join(home, name), { recursive: true })
    await symlink(join(home, name), join(folder, name), 'dir')
  }
  return folder
}
