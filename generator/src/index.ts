/**
 * A shop description in, the files of an app out:
 *
 *   understand   validate → check → resolve; problems are returned, never thrown
 *   plan         which template gives which file, from which model (the table is the pack's)
 *   render       text of each file
 *   withManifest what was made, so that the next run knows what people changed since
 *   writeFiles   or zipFiles: only here does anything reach the disk
 *
 * `generate` is the first four; they are pure: the same description and the same version give the same bytes. What they need from
 * the disk is read once beforehand: `loadMaterials`.
 */
export { generate } from './generate.ts'
export { ALL_FEATURES, featuresOf, type Features } from './features.ts'
export { InputError } from './inputError.ts'
export { home } from './home.ts'
export { loadMaterials, type Materials } from './materials.ts'
export { writeFiles, type WriteReport } from './write.ts'
export { zipFiles } from './zip.ts'
export { runtimePackage } from './runtimePackage.ts'
export { buildApp, type BuildReport, type Target } from './build.ts'
export { ensureToolchain } from './toolchain.ts'
export { keptBuild, type KeptBuild } from './keptBuild.ts'
export { ensurePreviewBuild } from './preview.ts'
export type { OutputFile, Ownership } from './files.ts'
export { Driver, type DriverOptions } from './drive/driver.ts'
export { drive, type DriveReport } from './drive/drive.ts'
export type { Customer, Surroundings, Walk } from './drive/walk.ts'
export { compileWxml, compileWxss } from './drive/compile.ts'
export { simulatedPlatform, type Platform } from './drive/platform.ts'
export { broken, YARDSTICKS } from './drive/yardsticks.ts'
export type { PageReport } from './drive/costs.ts'
export { DRIVEN_API, ensureWeappBuild, type WeappBuild } from './drive/weappBuild.ts'
