import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface Example {
  readonly id: string
  readonly description: {
    readonly id: string
    readonly profile: { readonly name: unknown; readonly tagline?: unknown }
  }
}

const folder = (name: string): string => fileURLToPath(new URL(`../../schemas/${name}/`, import.meta.url))

/** The example shops and the presets of each trade that come with the language, by file name. */
export async function examples(): Promise<Example[]> {
  const found: Example[] = []
  for (const name of ['examples', 'presets']) {
    const files = await readdir(folder(name)).catch(() => [])
    for (const file of files.filter((entry) => entry.endsWith('.json')).toSorted()) {
      const text = await readFile(folder(name) + file, 'utf8')
      const description = JSON.parse(text) as Example['description']
      found.push({ id: file.replace(/\.json$/, ''), description })
    }
  }
  return found
}
