import { byPath, OWNERSHIPS, sha256, type OutputFile, type Ownership } from './files.ts'
import type { Subject } from './subject.ts'

/** Name of the manifest in the folder of an app; a folder that has it is one of ours. */
export const MANIFEST = 'kaidian.json'

/** Where an app keeps what its seeded files looked like when they were generated: the common ancestor of the next merge. */
export const baselinePath = (path: string): string => `.kaidian/baseline/${path}`

export interface Manifest {
  /** Version of the generator. */
  readonly kaidian: string
  readonly pack: string
  readonly shop: { readonly id: string; readonly version: string }
  /** path → how the file was when it was generated */
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly ownership: Ownership }>>
}

/** @returns the files in order, with the baselines of the seeded ones and the manifest of them all. */
export function withManifest(files: readonly OutputFile[], { seen, made }: Subject): OutputFile[] {
  const baselines = files
    .filter(({ ownership }) => ownership === 'seeded')
    .map(({ path, content }): OutputFile => ({ path: baselinePath(path), content, ownership: 'generated' }))
  const all = [...files, ...baselines].toSorted(byPath)
  const twice = all.find(({ path }, index) => all[index + 1]?.path === path)
  if (twice !== undefined) throw new Error(`two files have the path ${twice.path}`)
  const manifest: Manifest = {
    kaidian: made.version,
    pack: made.pack,
    shop: { id: seen.id, version: seen.version },
    files: Object.fromEntries(
      all.map(({ path, content, ownership }) => [path, { sha256: sha256(content), ownership }]),
    ),
  }
  const content = `${JSON.stringify(manifest, null, 1)}\n`
  return [...all, { path: MANIFEST, content, ownership: 'generated' as const }].toSorted(byPath)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns null when the text is not a manifest. */
export function parseManifest(text: string): Manifest | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(value) || typeof value['kaidian'] !== 'string' || !isRecord(value['files'])) return null
  const entries = Object.values(value['files'])
  const whole = entries.every(
    (entry) =>
      isRecord(entry) &&
      typeof entry['sha256'] === 'string' &&
      OWNERSHIPS.some((ownership) => ownership === entry['ownership']),
  )
  return whole ? (value as unknown as Manifest) : null
}
