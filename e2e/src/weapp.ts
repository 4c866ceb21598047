import { DRIVEN_API, Driver, ensureWeappBuild, generate, loadMaterials, simulatedPlatform } from 'kaidian'
import type { DriverOptions, OutputFile, Platform, WeappBuild } from 'kaidian'
import type { OpenShop } from './shops.ts'

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

/** Opens the mini-program of `shop`, which runs, on the phone of `user`; what is left out of `platform` is the simulator's. */
export const enterWeapp = async (
  shop: OpenShop,
  description: unknown,
  user: string,
  platform: Partial<Platform> = {},
  options: Pick<DriverOptions, 'storage'> = {},
): Promise<Driver> =>
  Driver.launch({
    ...(await weappOf(description)),
    ...options,
    api: drivenApi(shop.url, () => shop.now()),
    platform: { ...simulatedPlatform(shop.url, user), ...platform },
  })
