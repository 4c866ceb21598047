export const root: string
export const home: string
export class SetupError extends Error {}
/** @throws SetupError when `version` is older than the oldest supported. */
export function requireNode(version?: string): void

/** Path of a Chromium, installed where the system allows it. @throws SetupError when there is none. */
export function ensureBrowser(): Promise<string>
