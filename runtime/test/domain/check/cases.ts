import { readdirSync, readFileSync } from 'node:fs'
import type { Shop } from '@kaidian/schemas'

/** One fault in a shop that is sound but for it. */
export interface Case {
  readonly name: string
  /** The sentence of the rule that finds it. */
  readonly rule: string
  /** Name of a file in `shops/`. */
  readonly shop: string
  /** Pointers with what is put there, or without, and then it is taken out; `-` at the end adds to a list. */
  readonly change: readonly (readonly [pointer: string, value?: unknown])[]
  readonly found: readonly (readonly [pointer: string, code: string])[]
  /** What other rules rightly find besides. */
  readonly also?: readonly (readonly [pointer: string, code: string])[]
}

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const names = (folder: string): string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.json'))
    .toSorted()

export const SHOPS: ReadonlyMap<string, Shop> = new Map(
  names('shops/').map((name) => [name.replace('.json', ''), json(`shops/${name}`) as Shop]),
)

export const CASES: readonly Case[] = names('./').flatMap((name) => json(`./${name}`) as Case[])

function put(shop: unknown, pointer: string, value: readonly unknown[]): void {
  const keys = pointer.split('/').slice(1)
  const last = keys.pop() ?? ''
  let at = shop as Record<string, unknown>
  for (const key of keys) at = at[key] as Record<string, unknown>
  if (value.length === 0) delete at[last]
  else if (last === '-') (at as unknown as unknown[]).push(value[0])
  else at[last] = value[0]
}

/** The shop of a case, with its fault. */
export function faulty({ shop, change }: Case): Shop {
  const made = structuredClone(SHOPS.get(shop))
  if (!made) throw new Error(`There is no shop ${shop}`)
  for (const [pointer, ...value] of change) put(made, pointer, structuredClone(value))
  return made
}
