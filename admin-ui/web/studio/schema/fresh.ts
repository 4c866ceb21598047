import { freeId, recordOf } from '../draft/document.ts'
import { branchesOf, kindOf, partOf, titleOf, type Schema } from './language.ts'
import { referencesAt } from './references.ts'

/** A day some way ahead, so that what is new lies in the future. */
const AHEAD_MS = 14 * 86_400_000
const dayAhead = (): string => new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10)

/** Properties that are asked for from the start though they may be left out: without them the rest says nothing. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  deposit: ['rate'],
  pass: ['uses'],
  storedValue: ['value'],
  tiers: ['amount'],
  series: ['seats'],
}

/** What the examples of the language would say of another shop. */
const STARTS: Readonly<Record<string, unknown>> = {
  fact: 'booking.people',
  parts: [{ rate: 5000 }, { due: { before: 1440 } }],
  plans: [
    { id: 'full', title: { 'zh-CN': '一次付清', en: 'All at once' }, payment: { kind: 'full' } },
    { id: 'deposit', title: { 'zh-CN': '先付定金', en: 'A deposit first' }, payment: { kind: 'deposit', rate: 3000 } },
  ],
}

/** A value to start from for a part of the language: what it requires, and nothing else. */
export function freshValue(document: unknown, pointer: string, given: Schema): unknown {
  const { name, schema } = partOf(given)
  const property = pointer.split('/').findLast((token) => !/^\d+$/.test(token)) ?? ''
  switch (name) {
    case 'Id':
      return referencesAt(document, pointer, 'zh-CN')?.[0]?.value ?? schema.examples?.[0] ?? property.toLowerCase()
    case 'Text':
      return { 'zh-CN': titleOf(schema, 'zh-CN') || '新的', en: titleOf(schema, 'en') || 'New' }
    case 'Day':
      return dayAhead()
    case 'Moment':
      return `${dayAhead()}T18:00`
    case 'Condition':
      return { fact: 'booking.people', op: 'gte', value: 1 }
    case 'Due':
      return { before: 1440 }
    case null:
    default:
  }
  if (Object.hasOwn(STARTS, property)) return STARTS[property]
  if (/\/tiers\/\d+\/from$/.test(pointer)) return 1
  if (schema.default !== undefined) return schema.default
  const [branch] = branchesOf(schema)
  if (branch) return freshObject(document, pointer, branch, { kind: kindOf(branch) })
  if (typeof schema.additionalProperties === 'object') return schema.examples?.[0] ?? {}
  if (schema.type === 'object') return freshObject(document, pointer, schema, {})
  if (schema.type === 'array') return freshList(document, pointer, schema)
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'boolean') return true
  const references = referencesAt(document, pointer, 'zh-CN')
  if (references?.[0]) return references[0].value
  if (schema.examples) return schema.examples[0]
  return schema.type === 'string' ? '' : 1
}

/** What a branch requires, keeping of `before` what it knows too. */
export function freshObject(
  document: unknown,
  pointer: string,
  schema: Schema,
  before: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const known = schema.properties ?? {}
  const kept = Object.fromEntries(Object.entries(before).filter(([property]) => Object.hasOwn(known, property)))
  const fixed = known['kind']?.const
  if (fixed !== undefined) kept['kind'] = fixed
  const fill = (wanted: readonly string[]): void => {
    for (const property of wanted) {
      const part = known[property]
      if (part && kept[property] === undefined && part.const === undefined)
        kept[property] = freshValue(document, `${pointer}/${property}`, part)
    }
  }
  fill(schema.required ?? [])
  // An amount that was written before stands in for the share that is wanted.
  if (typeof kept['kind'] === 'string' && kept['amount'] === undefined) fill(WANTED[kept['kind']] ?? [])
  return kept
}

function freshList(document: unknown, pointer: string, schema: Schema): unknown[] {
  if (!schema.items) return []
  const references = referencesAt(document, pointer, 'zh-CN')
  if (references) return references.slice(0, schema.minItems ?? 0).map(({ value }) => value)
  const { schema: item } = partOf(schema.items)
  if (item.enum) return item.enum.slice(0, Math.max(1, schema.minItems ?? 0))
  return Array.from({ length: schema.minItems ?? 0 }, (_, index) =>
    freshEntry(document, `${pointer}/${index}`, schema.items ?? {}, []),
  )
}

/** A new entry of a list, with an identifier that is free there. */
export function freshEntry(document: unknown, pointer: string, items: Schema, entries: readonly unknown[]): unknown {
  const fresh = freshValue(document, pointer, items)
  const record = recordOf(fresh)
  const property = pointer.split('/').at(-2) ?? 'entry'
  const tier = WANTED[property]?.filter((name) => record[name] === undefined) ?? []
  const { schema } = partOf(items)
  const more = Object.fromEntries(
    tier.map((name) => [name, freshValue(document, `${pointer}/${name}`, schema.properties?.[name] ?? {})]),
  )
  if (record['id'] === undefined) return Object.keys(more).length === 0 ? fresh : { ...record, ...more }
  return { ...record, ...more, id: freeId(entries, SINGULAR[property] ?? property.replace(/s$/, '').toLowerCase()) }
}

const SINGULAR: Readonly<Record<string, string>> = { series: 'series', quotas: 'quota', eligibility: 'rule' }
