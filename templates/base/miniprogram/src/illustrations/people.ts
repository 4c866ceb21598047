import type { Drawing } from './index'

export const people: Readonly<Record<string, Drawing>> = {}
