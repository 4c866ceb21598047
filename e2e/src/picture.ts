import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PNG of one pixel, for fields that ask for a file. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** That picture as a file, for a phone to choose; `remove` it afterwards. */
export async function pictureFile(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-picture-'))
  const path = join(folder, 'picture.png')
  await writeFile(path, PICTURE)
  return { path, remove: () => rm(folder, { recursive: true, force: true }) }
}
