import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ALL_FEATURES } from './features.ts'
import { REPOSITORY } from './home.ts'
import { generate } from './generate.ts'
import { keptBuild } from './keptBuild.ts'
import { loadMaterials, type Materials } from './materials.ts'
import type { OnLine } from './run.ts'

export interface PreviewOptions {
  /** Where builds are kept; `home()` when left out. */
  readonly home?: string
  readonly onLine?: OnLine
  /** Loaded already? Then they are not read again. */
  readonly materials?: Materials
}

const EXAMPLE = join(REPOSITORY, 'schemas/examples/salon.json')

/**
 * The h5 build that shows any shop, since it reads the shop from the API beside it. Built once for each content of its source, from
 * the example salon, and kept under `<home>/h5`.
 *
 * @returns folder of the build.
 * @throws InputError when the build tools cannot be installed or the build fails.
 */
export async function ensurePreviewBuild(options: PreviewOptions = {}): Promise<string> {
  const { materials, ...rest } = options
  const example: unknown = JSON.parse(await readFile(EXAMPLE, 'utf8'))
  const made = generate(example, materials ?? (await loadMaterials(options)), ALL_FEATURES)
  if (!made.ok) throw new Error(`the example salon has problems: ${JSON.stringify(made.problems)}`)
  return (await keptBuild(made.value, 'h5', rest)).dist
}
