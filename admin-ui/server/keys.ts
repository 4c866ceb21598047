const PATTERN = /^[a-z][a-z0-9-]{0,39}$/

/** What a card shows of any description, sound or not. */
export function wordsOf(description: unknown): { name: unknown; tagline: unknown; accent: unknown; services: number } {
  const top = asFields(description)
  const profile = asFields(top['profile'])
  return {
    name: profile['name'] ?? null,
    tagline: profile['tagline'] ?? null,
    accent: asFields(top['theme'])['accent'] ?? null,
    services: Array.isArray(top['services']) ? top['services'].length : 0,
  }
}

/** How the services of a description are booked, each mode once. */
export function modesOf(description: unknown): string[] {
  const { services } = asFields(description)
  const modes = (Array.isArray(services) ? (services as unknown[]) : []).map((service) => asFields(service)['mode'])
  return [...new Set(modes)].filter((mode): mode is string => typeof mode === 'string')
}

const asFields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** The wanted identifier if it is one and free, else with the first free number behind it: `qingsi`, `qingsi-2`. */
export async function freeKey(wanted: unknown, isTaken: (key: string) => Promise<boolean>): Promise<string> {
  const base = typeof wanted === 'string' && PATTERN.test(wanted) ? wanted : 'shop'
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : `-${number}`
    const key = base.slice(0, 40 - tail.length) + tail
    if (!(await isTaken(key))) return key
  }
}
