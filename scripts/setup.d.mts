export const root: string
export const home: string
export class SetupError extends Error {}
/** @throws SetupError when `version` is older than the oldest supported. */
export function requireNode(version?: string): void
