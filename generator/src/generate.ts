import type { Result } from '@kaidian/schemas'
import type { Features } from './features.ts'
import type { OutputFile } from './files.ts'
import { withManifest } from './manifest.ts'
import type { Materials } from './materials.ts'
import { plan, stays } from './plan.ts'
import { render } from './render.ts'
import { tabIcons } from './tabIcons/index.ts'
import { understand } from './understand.ts'

/**
 * @param input a shop description, straight from JSON.
 * @param features those the shop uses, when left out.
 * @returns every file of the app in order, or what is wrong with the description.
 */
export function generate(input: unknown, materials: Materials, features?: Features): Result<OutputFile[]> {
  const { pack, version, carried, api } = materials
  const understood = understand(input, { version, pack: `${pack.name}@${pack.version}`, api })
  if (!understood.ok) return understood
  const subject = features === undefined ? understood.value : { ...understood.value, features }
  const kept = carried.filter(({ path }) => stays(path, subject, pack))
  const rendered = render(plan(subject, pack), pack)
  const icons = tabIcons(subject.seen.theme)
  return { ok: true, value: withManifest([...kept, ...rendered, ...icons], subject) }
}
