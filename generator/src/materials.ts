import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutputFile } from './files.ts'
import { REPOSITORY } from './home.ts'
import { loadPack, readTree, type Pack } from './pack.ts'
import { runtimePackage } from './runtimePackage.ts'

/** Everything generation needs besides the description, in memory. */
export interface Materials {
  readonly pack: Pack
  /** Files that are the same in every app: the pack's own, the compiled runtime, the built back office. */
  readonly carried: readonly OutputFile[]
  /** Version of the generator. */
  readonly version: string
  /** The OpenAPI document of the runtime. */
  readonly api: Readonly<Record<string, unknown>>
}

/** Where `npm run build -w admin-ui` puts the back office. */
const CONSOLE = join(REPOSITORY, 'admin-ui/dist/console')

async function consoleFiles(folder: string): Promise<OutputFile[]> {
  const present = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!present) return []
  const files = [...(await readTree(folder))]
  return files.map(([path, content]) => ({ path: `console/${path}`, content, ownership: 'generated' }))
}

/**
 * Reads the pack, the compiled runtime and the built back office from the disk. Slow the first time (it compiles the runtime);
 * do it once and generate as many apps as you like.
 *
 * @param options.console folder of the built back office; apps are made without one while it does not exist.
 */
export async function loadMaterials(
  options: { pack?: string; console?: string; home?: string } = {},
): Promise<Materials> {
  const [pack, runtime, back, manifest, { openApiDocument }] = await Promise.all([
    loadPack(options.pack),
    runtimePackage(options.home),
    consoleFiles(options.console ?? CONSOLE),
    readFile(join(REPOSITORY, 'generator/package.json'), 'utf8'),
    // Heavy, and of no use to a command that only validates.
    import('@kaidian/runtime'),
  ])
  const { version } = JSON.parse(manifest) as { version: string }
  return { pack, carried: [...pack.statics, ...runtime, ...back], version, api: { ...openApiDocument() } }
}
