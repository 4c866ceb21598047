import type { Json } from './case.ts'

const isObject = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Writes out what a case abbreviates: `{ "like": name, … }` is the thing of that name with what else is said in place of it
 * (null takes a key away), and `{ "times": n, "of": … }` in a list is n of them.
 */
export function writtenOut(value: Json, people: Readonly<Record<string, Json>>): Json {
  if (Array.isArray(value))
    return value.flatMap((item) =>
      isObject(item) && 'times' in item && 'of' in item
        ? Array.from({ length: item.times }, () => writtenOut(item.of, people))
        : [writtenOut(item, people)],
    )
  if (!isObject(value)) return value
  const { like, ...rest } = value
  if (like !== undefined && !(like in people))
    throw new Error(`The case names “${like}”, which its file does not have.`)
  const entries = Object.entries({ ...(like !== undefined && writtenOut(people[like], people)), ...rest })
  return Object.fromEntries(
    entries
      .filter(([, item]) => like === undefined || item !== null)
      .map(([key, item]) => [key, writtenOut(item, people)]),
  )
}

function lookUp(path: string, saved: ReadonlyMap<string, Json>): Json {
  const [name = '', ...keys] = path.split('.')
  if (!saved.has(name)) throw new Error(`The case asks for {${path}}, and nothing was saved as “${name}”.`)
  return keys.reduce((value, key) => value?.[key], saved.get(name))
}

/** Fills in `{name.path}` with what earlier steps saved; alone in its string it keeps its type. */
export function filledIn(value: Json, saved: ReadonlyMap<string, Json>): Json {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, saved))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledIn(item, saved)]))
  if (typeof value !== 'string') return value
  const alone = /^\{([a-zA-Z][\w.-]*)\}$/.exec(value)
  if (alone?.[1]) return lookUp(alone[1], saved)
  return value.replace(/\{([a-zA-Z][\w.-]*)\}/g, (_, path: string) => String(lookUp(path, saved)))
}
