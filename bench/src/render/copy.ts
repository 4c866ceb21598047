/** The finished files in memory: their bytes are copied and put into an archive with the same settings. */
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { zipFiles, type OutputFile } from 'kaidian'
import type { Outcome, Settings } from '../benchmark.ts'
import { millisecondsPerWait, timingOf } from '../timing.ts'
import { archiveAnswer } from './archive.ts'

async function filesIn(folder: string): Promise<OutputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry): Promise<OutputFile> => {
        const file = join(entry.parentPath, entry.name)
        return {
          path: relative(folder, file).split(sep).join('/'),
          content: await readFile(file),
          ownership: 'generated',
        }
      }),
  )
}

export async function run({ quick, folder }: Settings): Promise<Outcome> {
  const files = await filesIn(join(String(folder), 'app'))
  const copied = () => files.map((file) => ({ ...file, content: Buffer.from(file.content as Buffer) }))
  const answer = archiveAnswer(await zipFiles(copied()))
  const timing = timingOf(quick === true)
  const whole = await millisecondsPerWait(() => zipFiles(copied()), timing)
  return { measures: { 'an app': whole }, answer }
}
