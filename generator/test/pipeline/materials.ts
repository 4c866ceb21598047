import { loadMaterials, type Materials } from '../../src/materials.ts'

let loaded: Promise<Materials> | null = null

/** Read once for all tests: the first time compiles the runtime. */
export const materials = (): Promise<Materials> => (loaded ??= loadMaterials())

/** Without the compiled runtime and the back office: enough for whatever the pack itself makes. */
export async function ownMaterials(): Promise<Materials> {
  const all = await materials()
  return { ...all, carried: all.pack.statics }
}
