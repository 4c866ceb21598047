import { recordOf, valueAt } from '../draft/document.ts'

/** Properties of a service, of its offerings and its series that mean something in some modes only. */
const MODES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  service: {
    durationChoice: ['appointment'],
    combinable: ['appointment'],
    requirements: ['appointment'],
    buffer: ['appointment', 'session'],
    series: ['session'],
    quotas: ['registration'],
    event: ['registration'],
    duration: ['appointment', 'session'],
  },
  offering: {
    level: ['appointment'],
    covers: ['session'],
    prorate: ['session'],
    quotas: ['registration'],
    team: ['registration'],
    duration: ['appointment'],
    unitMinutes: ['appointment', 'session'],
  },
}

/** Whether a mode knows a property of a service or of its offerings. */
export const ofMode = (where: 'service' | 'offering', property: string, mode: string): boolean =>
  MODES[where]?.[property]?.includes(mode) ?? true

/** Settings of a field that mean something for some kinds only. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  placeholder: ['text', 'longText', 'number', 'phone', 'personName', 'address', 'idDocument', 'date', 'time', 'region'],
  minLength: ['text', 'longText', 'personName', 'address'],
  maxLength: ['text', 'longText', 'personName', 'address'],
  min: ['number', 'several', 'rating', 'computed', 'group'],
  max: ['number', 'several', 'rating', 'computed', 'group'],
  integer: ['number'],
  from: ['date'],
  to: ['date'],
  choices: ['choice', 'several'],
  text: ['note', 'consent'],
  pattern: ['text'],
  patternMessage: ['text'],
  types: ['idDocument'],
  readFrom: ['date', 'choice'],
  birthDate: ['date'],
  maxCount: ['file', 'image'],
  maxBytes: ['file', 'image', 'signature'],
  accept: ['file', 'image'],
  level: ['region'],
  compute: ['computed'],
  fields: ['group'],
  default: ['text', 'longText', 'number', 'choice', 'several', 'date', 'time', 'rating', 'region'],
  widget: ['choice', 'number', 'consent', 'rating', 'several'],
}

/** Settings of what customers hold that mean something for some kinds only. */
const HOLDINGS: Readonly<Record<string, readonly string[]>> = {
  uses: ['pass'],
  per: ['pass'],
  unitMinutes: ['pass'],
  covers: ['pass'],
  value: ['storedValue'],
  membership: ['membership'],
}

/** Whether a property means something where it stands. One that was written is always shown, so that it can be taken away. */
export function suits(document: unknown, pointer: string, property: string): boolean {
  const record = recordOf(valueAt(document, pointer))
  if (record[property] !== undefined) return true
  const service = /^\/services\/\d+/.exec(pointer)?.[0]
  if (service !== undefined) {
    const { mode } = recordOf(valueAt(document, service))
    if (pointer === service) return ofMode('service', property, String(mode))
    return !/\/offerings\/\d+$/.test(pointer) || ofMode('offering', property, String(mode))
  }
  const kinds = /\/fields\/\d+$/.test(pointer)
    ? KINDS[property]
    : /^\/entitlements\/\d+$/.test(pointer)
      ? HOLDINGS[property]
      : /^\/fees\/\d+$/.test(pointer)
        ? PHASES[property]
        : undefined
  return kinds === undefined || kinds.includes(String(record['phase'] ?? record['kind']))
}

/** Settings of a fee rule that belong to some phases only. */
const PHASES: Readonly<Record<string, readonly string[]>> = {
  bestOf: ['discount'],
  code: ['coupon'],
  budget: ['coupon'],
}
