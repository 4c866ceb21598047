import { isObject } from './bson.ts'
import type { Document } from './bson.ts'
import { CommandError } from './errors.ts'
import type { Filter, MatchTrace } from './match.ts'
import { isIndex, valueAt } from './paths.ts'

export type ArrayFilters = ReadonlyMap<string, Filter>

/** The paths that `$`, `$[]` and `$[id]` in `parts` stand for in this document. */
export function expandPath(
  document: Document,
  parts: readonly string[],
  trace: MatchTrace,
  filters: ArrayFilters,
): readonly (readonly string[])[] {
  const at = parts.findIndex((part) => part.startsWith('$'))
  if (at < 0) return [parts]
  const head = parts.slice(0, at)
  const rest = parts.slice(at + 1)
  const token = parts[at] ?? ''
  const items = valueAt(document, head)
  const places = placesOf(token, items, trace, filters, head.join('.'))
  return places.flatMap((place) => expandPath(document, [...head, String(place), ...rest], trace, filters))
}

function placesOf(
  token: string,
  items: unknown,
  trace: MatchTrace,
  filters: ArrayFilters,
  path: string,
): readonly number[] {
  if (token === '$') {
    if (trace.position === undefined)
      throw new CommandError('BadValue', 'The positional operator did not find the match needed from the query.')
    return [trace.position]
  }
  const name = /^\$\[([a-z][A-Za-z0-9]*)?\]$/.exec(token)
  if (!name)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${token}' is not valid for storage.`,
    )
  if (!Array.isArray(items))
    throw new CommandError('BadValue', `The path '${path}' must exist in the document in order to apply array updates.`)
  const identifier = name[1]
  if (identifier === undefined) return items.map((_, i) => i)
  const filter = filters.get(identifier)
  if (!filter)
    throw new CommandError('BadValue', `No array filter found for identifier '${identifier}' in path '${path}'`)
  return items.flatMap((item: unknown, i) => (filter.test({ [identifier]: item }) ? [i] : []))
}

const notViable = (part: string, parts: readonly string[]): CommandError =>
  new CommandError('PathNotViable', `Cannot create field '${part}' in element of path '${parts.join('.')}'`)

/** Sets a value, making the documents on the way. Throws PathNotViable where something else is in the way. */
export function setAt(document: Document, parts: readonly string[], value: unknown): void {
  let target: unknown = document
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1
    if (isObject(target)) {
      if (isLast) target[part] = value
      else {
        if (!Object.hasOwn(target, part)) target[part] = {}
        target = target[part]
      }
    } else if (Array.isArray(target)) {
      if (!isIndex(part)) throw notViable(part, parts)
      const items: unknown[] = target
      const place = Number(part)
      if (place > items.length + 1_500_000) throw notViable(part, parts)
      while (items.length < place) items.push(null)
      if (isLast) items[place] = value
      else target = items[place] ??= {}
    } else throw notViable(part, parts)
  }
}

/** Takes a field away; of an array's element only null is left, as MongoDB does. */
export function unsetAt(document: Document, parts: readonly string[]): void {
  const target = valueAt(document, parts.slice(0, -1))
  const last = parts.at(-1) ?? ''
  if (isObject(target)) delete target[last]
  else if (Array.isArray(target) && isIndex(last) && Number(last) < target.length) target[Number(last)] = null
}

/** Refuses two changes of one path, or of a path and one within it. */
export function refuseConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const [i, path] of sorted.entries())
    for (const other of sorted.slice(i + 1)) {
      if (other === path || other.startsWith(`${path}.`))
        throw new CommandError(
          'ConflictingUpdateOperators',
          `Updating the path '${other}' would create a conflict at '${path}'`,
        )
      if (!other.startsWith(path)) break
    }
}
