/** From the description to the archive, as the studio does it for a download. Templates and what is the same in every app are in memory. */
import { generate, loadMaterials, zipFiles } from 'kaidian'
import type { Outcome, Settings } from '../benchmark.ts'
import { salon } from '../example.ts'
import { millisecondsPerWait, timingOf } from '../timing.ts'
import { archiveAnswer } from './archive.ts'

export async function run({ quick }: Settings): Promise<Outcome> {
  const materials = await loadMaterials()
  const shop = salon()
  let title = 0

  function files() {
    // Another description each time: nothing can be remembered from the last one.
    title += 1
    const generated = generate({ ...shop, profile: { ...shop.profile, name: `青丝造型 ${title}` } }, materials)
    if (!generated.ok) throw new Error('The salon of the examples has a problem.')
    return generated.value
  }

  const same = generate(shop, materials)
  if (!same.ok) throw new Error('The salon of the examples has a problem.')
  const answer = archiveAnswer(await zipFiles(same.value))
  const timing = timingOf(quick === true)
  const whole = await millisecondsPerWait(() => zipFiles(files()), timing)
  const rendering = await millisecondsPerWait(() => Promise.resolve(files()), timing)
  return { measures: { 'an app': whole, 'rendering alone': rendering }, answer }
}
