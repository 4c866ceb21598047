import { tokensOf } from '../draft/document.ts'

export const TOPICS = [
  'profile',
  'services',
  'staff',
  'hours',
  'form',
  'fees',
  'policies',
  'theme',
  'brief',
  'publish',
  'source',
] as const
export type Topic = (typeof TOPICS)[number]

export const isTopic = (name: string | undefined): name is Topic =>
  (TOPICS as readonly (string | undefined)[]).includes(name)

const OF_PROPERTY: Readonly<Record<string, Topic>> = {
  profile: 'profile',
  zone: 'profile',
  locales: 'profile',
  services: 'services',
  categories: 'services',
  addOns: 'services',
  resources: 'staff',
  levels: 'staff',
  hours: 'hours',
  forms: 'form',
  fees: 'fees',
  memberships: 'fees',
  entitlements: 'fees',
  policies: 'policies',
  theme: 'theme',
  brief: 'brief',
  legal: 'publish',
  publish: 'publish',
}

/** Topics whose list opens one entry at a time: the property that holds the list. */
const LISTS: Partial<Record<Topic, string>> = { services: 'services', staff: 'resources', form: 'forms', fees: 'fees' }

/** Where the place at a pointer is edited; the source takes what no topic shows. */
export function placeOf(pointer: string): { topic: Topic; item: string | null } {
  const [property = '', index] = tokensOf(pointer)
  const topic = Object.hasOwn(OF_PROPERTY, property) ? (OF_PROPERTY[property] ?? 'source') : 'source'
  const isItem = LISTS[topic] === property && index !== undefined && /^\d+$/.test(index)
  return { topic, item: isItem ? index : null }
}
