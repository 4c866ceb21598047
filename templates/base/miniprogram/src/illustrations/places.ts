import type { Drawing } from './index'

export const places: Readonly<Record<string, Drawing>> = {}
