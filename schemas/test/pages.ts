import { loadShop, type ResolvedShop } from '../../runtime/src/domain/index.ts'
import type { Shop } from '../src/index.ts'

/** A fenced block of a page; the info string says what it is: `json shop`, `json put /fees`, `json quote`, `text`. */
export interface Block {
  readonly info: string
  readonly text: string
  /** Line of the page on which it begins. */
  readonly line: number
}

export function blocksOf(page: string): readonly Block[] {
  const lines = page.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const open = /^```(.+)$/.exec(lines[at] ?? '')
    if (!open) continue
    const end = lines.indexOf('```', at + 1)
    blocks.push({ info: open[1] ?? '', text: lines.slice(at + 1, end).join('\n'), line: at + 1 })
    at = end
  }
  return blocks
}

/** A question a page asks, the shop it is asked of, and the answer the page gives. */
export interface Question {
  readonly kind: string
  readonly shop: Shop
  readonly input: Record<string, unknown>
  readonly answer: string
  readonly line: number
}

/** Puts a value at a pointer of a copy. */
function put(shop: Shop, pointer: string, value: unknown): Shop {
  const copy = structuredClone(shop)
  const keys = pointer.split('/').slice(1)
  const last = keys.pop() ?? ''
  let at = copy as unknown as Record<string, unknown>
  for (const key of keys) at = at[key] as Record<string, unknown>
  at[last] = value
  return copy
}

export interface Page {
  /** Every shop of the page, as it is written and as it is after each change. */
  readonly shops: readonly { readonly shop: Shop; readonly line: number }[]
  readonly questions: readonly Question[]
  /** Parts of a description, by the definition they are of. */
  readonly parts: readonly { readonly definition: string; readonly value: unknown; readonly line: number }[]
}

const QUESTIONS = ['quote', 'starts', 'book', 'sessions', 'seats', 'tickets']

/** Reads a page from top to bottom: a question is asked of the shop as it is by then. */
export function read(page: string): Page {
  const blocks = blocksOf(page)
  const shops: { shop: Shop; line: number }[] = []
  const questions: Question[] = []
  const parts: { definition: string; value: unknown; line: number }[] = []
  for (const [index, { info, text, line }] of blocks.entries()) {
    const [language, kind = '', pointer = ''] = info.split(' ')
    if (language !== 'json') continue
    const value = JSON.parse(text) as unknown
    const current = shops.at(-1)?.shop
    if (kind === 'shop') shops.push({ shop: value as Shop, line })
    else if (kind === 'put' && current) shops.push({ shop: put(current, pointer, value), line })
    else if (QUESTIONS.includes(kind) && current)
      questions.push({
        kind,
        shop: current,
        input: value as Question['input'],
        answer: blocks[index + 1]?.info === 'text' ? (blocks[index + 1]?.text ?? '') : '',
        line,
      })
    else parts.push({ definition: kind, value, line })
  }
  return { shops, questions, parts }
}

export function resolved(shop: Shop): ResolvedShop {
  const loaded = loadShop(shop, 'page')
  if (loaded.ok) return loaded.value
  throw new Error(loaded.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'))
}
