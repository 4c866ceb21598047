import { DRIVEN_API, ensureWeappBuild, generate, loadMaterials, type WeappBuild } from 'kaidian'
import type { OutputFile } from 'kaidian'

/** The files of the app that a description gives. @throws when it has problems. */
export async function appOf(description: unknown): Promise<readonly OutputFile[]> {
  const files = generate(description, await loadMaterials())
  if (!files.ok) throw new Error(JSON.stringify(files.problems))
  return files.value
}

/** The mini-program of a shop, built for WeChat. */
export const weappOf = async (description: unknown): Promise<WeappBuild> => ensureWeappBuild(await appOf(description))

/** Sends what such a build asks for to the shop at `url`, whose clock may be its own. */
export const drivenApi = (url: string, now?: () => Date) => ({
  built: DRIVEN_API,
  real: `${url}/api`,
  ...(now ? { now } : {}),
})
