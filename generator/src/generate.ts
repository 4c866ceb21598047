import type { Result } from '@kaidian/schemas'
import type { OutputFile } from './files.ts'
import { withManifest } from './manifest.ts'
import type { Materials } from './materials.ts'
import { plan } from './plan.ts'
import { render } from './render.ts'
import { tabIcons } from './tabIcons/index.ts'
import { understand } from './understand.ts'

/** @param input a shop description, straight from JSON. @returns every file of the app in order, or what is wrong with the description. */
export function generate(input: unknown, materials: Materials): Result<OutputFile[]> {
  const { pack, version, carried, api } = materials
  const understood = understand(input, { version, pack: `${pack.name}@${pack.version}`, api })
  if (!understood.ok) return understood
  const rendered = render(plan(understood.value, pack), pack)
  const icons = tabIcons(understood.value.seen.theme)
  return { ok: true, value: withManifest([...carried, ...rendered, ...icons], understood.value) }
}
