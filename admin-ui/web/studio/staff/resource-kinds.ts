import type { Resource } from '@kaidian/schemas'

/** In the order of the menus. */
export const RESOURCE_KINDS = [
  'staff',
  'room',
  'court',
  'vehicle',
  'equipment',
] as const satisfies readonly Resource['kind'][]
