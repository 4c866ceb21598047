import { loadMaterials, type Materials } from '../../src/materials.ts'

let loaded: Promise<Materials> | null = null

/** Read once for all tests. */
export const materials = (): Promise<Materials> => (loaded ??= loadMaterials())

// The first time compiles the runtime, which no single test should pay for.
before(async function () {
  this.timeout(180_000)
  await materials()
})

/** Without the compiled runtime and the back office: enough for whatever the pack itself makes. */
export async function ownMaterials(): Promise<Materials> {
  const all = await materials()
  return { ...all, carried: all.pack.statics }
}
