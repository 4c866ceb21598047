import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is asked of a filled store, and by whom. */
export interface Asked {
  /** Of customers who have orders; the others ask as staff. */
  readonly tokens: readonly string[]
  /** Path of a request → what it is called. */
  readonly pages: Readonly<Record<string, string>>
}

const FILE = 'asked.json'

/** Beside the database, for those who ask. */
export const keepAsked = (folder: string, asked: Asked): Promise<void> =>
  writeFile(join(folder, FILE), JSON.stringify(asked))

export const readAsked = async (folder: string): Promise<Asked> =>
  JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Asked
