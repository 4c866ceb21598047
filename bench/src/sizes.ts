/** `npm run sizes`: what each function adds to the main package of the mini-program, measured on real builds. */
import { readFile } from 'node:fs/promises'
import { ALL_FEATURES, ensureWeappBuild, generate, loadMaterials, type Features } from 'kaidian'

const shop: unknown = JSON.parse(await readFile(new URL('../../schemas/examples/salon.json', import.meta.url), 'utf8'))
const materials = await loadMaterials()

const none = Object.fromEntries(Object.keys(ALL_FEATURES).map((name) => [name, false])) as unknown as Features

/** Bytes of the main package with these functions. */
async function sizeWith(features: Features): Promise<number> {
  const made = generate(shop, materials, features)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return (await ensureWeappBuild(made.value)).report.mainPackageBytes ?? 0
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

const base = await sizeWith(none)
const rows: (readonly [string, string])[] = [['pages and components of every shop', kilobytes(base)]]
for (const name of Object.keys(ALL_FEATURES) as (keyof Features)[])
  rows.push([name, `+ ${kilobytes((await sizeWith({ ...none, [name]: true })) - base)}`])
rows.push(['all of them', kilobytes(await sizeWith(ALL_FEATURES))])
process.stdout.write(`| | main package |\n|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)
