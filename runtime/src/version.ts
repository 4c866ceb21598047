import { createHash } from 'node:crypto'

/** JSON with the members of every object in the order of their names: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/** The version of a shop description: the first 16 hexadecimal digits of the SHA-256 of its canonical JSON. */
export const contentHash = (description: unknown): string =>
  createHash('sha256').update(canonicalJson(description)).digest('hex').slice(0, 16)
