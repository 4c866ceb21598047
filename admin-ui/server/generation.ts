import { generate, loadMaterials, zipFiles, type Materials } from 'kaidian'
import { StudioRefusal } from './refusals.ts'
import type { Version } from './shelf.ts'

/** What a generated app holds, for its summary: the folders at its top, and how much is in each. */
export interface Summary {
  readonly version: number
  readonly fileName: string
  readonly bytes: number
  readonly files: number
  readonly folders: readonly { readonly name: string; readonly files: number; readonly bytes: number }[]
}

export interface Archive {
  readonly summary: Summary
  readonly zip: Buffer
}

const KEPT = 4

/** Makes and keeps the archives asked for last; the same version always gives the same bytes. */
export class Generation {
  readonly #archives = new Map<string, Promise<Archive>>()

  #materials: Promise<Materials> | null = null

  archive(key: string, version: Version): Promise<Archive> {
    const name = `${key}/${version.number}/${version.createdAt}`
    const present = this.#archives.get(name)
    if (present) return present
    const making = this.#load().then((materials) => make(version, materials))
    this.#archives.set(name, making)
    making.catch(() => this.#archives.delete(name))
    const oldest = this.#archives.keys().next().value
    if (this.#archives.size > KEPT && oldest !== undefined) this.#archives.delete(oldest)
    return making
  }

  /** Slow the first time (it compiles the runtime), so it is read once; tried again after a failure. */
  #load(): Promise<Materials> {
    this.#materials ??= loadMaterials()
    this.#materials.catch(() => {
      this.#materials = null
    })
    return this.#materials
  }
}

async function make(version: Version, materials: Materials): Promise<Archive> {
  const result = generate(version.description, materials)
  if (!result.ok) throw new StudioRefusal('SHOP_FAULTY', { problems: result.problems })
  const folders = new Map<string, { files: number; bytes: number }>()
  for (const file of result.value) {
    const slash = file.path.indexOf('/')
    const name = slash < 0 ? '.' : file.path.slice(0, slash)
    const folder = folders.get(name) ?? { files: 0, bytes: 0 }
    folder.files += 1
    folder.bytes += Buffer.byteLength(file.content)
    folders.set(name, folder)
  }
  const { id } = version.description as { id: string }
  const zip = await zipFiles(result.value, id)
  return {
    zip,
    summary: {
      version: version.number,
      fileName: `${id}-${version.number}.zip`,
      bytes: zip.length,
      files: result.value.length,
      folders: [...folders]
        .map(([name, folder]) => ({ name, ...folder }))
        .toSorted((a, b) => (a.name === '.' ? 1 : b.name === '.' ? -1 : a.name < b.name ? -1 : 1)),
    },
  }
}
