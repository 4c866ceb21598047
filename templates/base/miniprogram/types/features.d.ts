import type { features } from '../config/features'

declare global {
  /** Those of config/features.ts, put in by the build. */
  const FEATURES: typeof features
}
