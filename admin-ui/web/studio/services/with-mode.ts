import { listOf, recordOf, valueAt, withValue } from '../draft/document.ts'
import { freshEntry, freshObject } from '../schema/fresh.ts'
import { partAt, partOf } from '../schema/language.ts'
import { ofMode } from '../schema/suits.ts'

/** What a mode cannot do without. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  appointment: ['duration', 'requirements'],
  session: ['duration', 'series'],
  registration: [],
}

/**
 * The document in which a service is of another mode: what the mode does not know is taken out, what it cannot do without is put
 * in. Nothing else changes.
 */
export function withMode(document: unknown, pointer: string, mode: string): unknown {
  const service = recordOf(valueAt(document, pointer))
  const kept = Object.fromEntries(Object.entries(service).filter(([name]) => ofMode('service', name, mode)))
  const offerings = listOf(service['offerings']).map((offering) =>
    Object.fromEntries(Object.entries(recordOf(offering)).filter(([name]) => ofMode('offering', name, mode))),
  )
  let next = withValue(document, pointer, { ...kept, mode, offerings })
  for (const name of NEEDS[mode] ?? [])
    if (valueAt(next, `${pointer}/${name}`) === undefined && valueAt(next, `${pointer}/durationChoice`) === undefined)
      next = withValue(next, `${pointer}/${name}`, needed(next, `${pointer}/${name}`, name))
  return next
}

function needed(document: unknown, pointer: string, name: string): unknown {
  const part = partAt(document, pointer)
  if (!part) return undefined
  if (name === 'requirements')
    return [{ role: 'staff', title: { 'zh-CN': '服务人员', en: 'Staff' }, kind: 'staff', choice: 'customer' }]
  if (name !== 'series') return 60
  const items = part.schema.items ?? {}
  const entry = recordOf(freshEntry(document, `${pointer}/0`, items, []))
  return [{ ...freshObject(document, `${pointer}/0`, partOf(items).schema, entry), seats: entry['seats'] ?? 20 }]
}
