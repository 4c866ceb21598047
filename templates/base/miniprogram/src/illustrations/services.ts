import type { Drawing } from './index'

export const services: Readonly<Record<string, Drawing>> = {}
