/** What a script would do that has the finished app in a folder: copy the folder, change nothing, put the copy into an archive. */
import { createWriteStream } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import type { Outcome, Settings } from '../benchmark.ts'
import { millisecondsPerWait, timingOf } from '../timing.ts'

async function copyAndZip(folder: string): Promise<void> {
  const copy = join(folder, 'copy')
  await cp(join(folder, 'app'), copy, { recursive: true })
  const archive = new ZipArchive({ zlib: { level: 6 } })
  const out = createWriteStream(join(folder, 'copy.zip'))
  archive.pipe(out)
  archive.directory(copy, false)
  await archive.finalize()
  await finished(out)
  await rm(copy, { recursive: true })
}

export async function run({ quick, folder }: Settings): Promise<Outcome> {
  const ms = await millisecondsPerWait(() => copyAndZip(String(folder)), timingOf(quick === true))
  // Its archive holds the dates of the files, so its bytes are never the same.
  return { measures: { 'an app': ms }, answer: null }
}
