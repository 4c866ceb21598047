import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate, loadMaterials, writeFiles } from 'kaidian'
import type { Prepared } from '../benchmark.ts'
import { salon } from '../example.ts'

/** Makes the app once: compiles what is compiled once for each version, and writes the finished files for the copying sides. */
export async function prepare(): Promise<Prepared> {
  const generated = generate(salon(), await loadMaterials())
  if (!generated.ok) throw new Error(JSON.stringify(generated.problems, null, 2))
  const folder = await mkdtemp(join(tmpdir(), 'kaidian-bench-render-'))
  await writeFiles(generated.value, join(folder, 'app'))
  return { settings: { folder }, end: () => rm(folder, { recursive: true, force: true }) }
}
