import type { OutputFile } from '../files.ts'
import { type KeptBuild, keptBuild } from '../keptBuild.ts'
import type { OnLine } from '../run.ts'
import { ensureToolchain } from '../toolchain.ts'

/** Where a build that is to be driven asks for its API; the driver sends it to the real one. The name can never be one. */
export const DRIVEN_API = 'https://api.kaidian.invalid/api'

/** A mini-program to be driven. */
export interface WeappBuild extends KeptBuild {
  readonly nodeModules: string
}

/**
 * Builds a mini-program to be driven: it asks {@link DRIVEN_API}. Built once for each content of its source.
 *
 * @param files of a generated app; those of its mini-program count.
 * @throws InputError when the build tools cannot be installed or the build fails.
 */
export async function ensureWeappBuild(
  files: readonly OutputFile[],
  options: { readonly home?: string; readonly onLine?: OnLine } = {},
): Promise<WeappBuild> {
  const env = { ...process.env, TARO_APP_API_BASE: DRIVEN_API }
  const built = await keptBuild(files, 'weapp', { ...options, env })
  return { ...built, nodeModules: await ensureToolchain(options) }
}
