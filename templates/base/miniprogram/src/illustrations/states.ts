import type { Drawing } from './index'

export const states: Readonly<Record<string, Drawing>> = {}
