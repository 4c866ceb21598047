import { lengthOf } from './field-kind.ts'

/** A piece of a pattern. */
type Node =
  | { readonly one: (character: string) => boolean }
  | { readonly row: readonly Node[] }
  | { readonly any: readonly Node[] }
  | { readonly again: Node; readonly least: number; readonly most: number }

const MOST_STEPS = 2000
const MOST_LENGTH = 200

/**
 * Reads the part of regular expressions that merchants need: characters, classes, `.`, groups, alternatives and repetition.
 * Undefined for anything else, and where what repeats holds a repetition or a choice itself.
 */
function parse(pattern: string): Node | undefined {
  if (pattern.length > MOST_LENGTH) return undefined
  let at = 0
  let refused = false
  const refuse = (): Node => {
    refused = true
    at = pattern.length
    return { row: [] }
  }
  const peek = (text: string): boolean => pattern.slice(at, at + text.length) === text
  const take = (text: string): boolean => peek(text) && (at += text.length) > 0

  function alternatives(depth: number): Node {
    const any = [row(depth)]
    while (take('|')) any.push(row(depth))
    return any.length === 1 && any[0] ? any[0] : { any }
  }

  function row(depth: number): Node {
    const nodes: Node[] = []
    // The whole text is matched anyway.
    if (depth === 0) take('^')
    while (at < pattern.length && !peek('|') && !peek(')')) {
      if (depth === 0 && take('$')) {
        if (at < pattern.length && !peek('|')) refuse()
        break
      }
      nodes.push(repeated(atom(depth)))
    }
    return { row: nodes }
  }

  function atom(depth: number): Node {
    if (take('(')) {
      if (peek('?') && !take('?:')) return refuse()
      const inner = alternatives(depth + 1)
      return take(')') ? inner : refuse()
    }
    if (take('.')) return { one: (character) => character !== '\n' }
    const rest = pattern.slice(at)
    const source = (/^\[\^?(?:[^\]\\[]|\\[^])+\]/.exec(rest) ?? /^\\(?:[dDwWsS]|u[\da-fA-F]{4})/.exec(rest) ?? [])[0]
    if (source !== undefined) {
      at += source.length
      const one = single(source)
      return one ? { one } : refuse()
    }
    const escaped = /^\\([^\w\s])/.exec(rest)
    const literal = escaped?.[1] ?? Array.from(rest)[0]
    if (literal === undefined || (!escaped && '\\()[]{}?*+|^$'.indexOf(literal) >= 0)) return refuse()
    at += (escaped ? 1 : 0) + literal.length
    return { one: (character) => character === literal }
  }

  function repeated(node: Node): Node {
    const counts = /^(?:[?*+]|\{(\d{1,4})(,?)(\d{0,4})\})/.exec(pattern.slice(at))
    if (!counts) return node
    const [mark, from = '', comma, to = ''] = counts
    at += mark.length
    // A reluctant repetition matches the same texts.
    take('?')
    const least = mark === '+' ? 1 : from === '' ? 0 : Number(from)
    const most = mark === '?' ? 1 : from === '' ? Infinity : comma === '' ? least : to === '' ? Infinity : Number(to)
    const twice = /^[?*+{]/.test(pattern.slice(at))
    if (twice || most < least || (most > 1 && varies(node))) return refuse()
    return { again: node, least, most }
  }

  const node = alternatives(0)
  return refused || at < pattern.length || stepsOf(node) > MOST_STEPS ? undefined : node
}

/** A test of one character against a class such as `[A-Z]` or `\d`; undefined where it is none. */
function single(source: string): ((character: string) => boolean) | undefined {
  try {
    const expression = new RegExp(`^${source}$`, 'u')
    return (character) => expression.test(character)
  } catch {
    return undefined
  }
}

/** Whether it can match in more than one way. */
function varies(node: Node): boolean {
  if ('row' in node) return node.row.some(varies)
  if ('any' in node) return true
  return 'again' in node && (node.least !== node.most || varies(node.again))
}

/** How many characters it looks for at most, a repetition without end counted as one more than its least. */
function stepsOf(node: Node): number {
  const sum = (nodes: readonly Node[]): number => nodes.reduce((total, one) => total + stepsOf(one), 0)
  if ('row' in node) return sum(node.row)
  if ('any' in node) return sum(node.any)
  if ('again' in node) return stepsOf(node.again) * (node.most === Infinity ? node.least + 1 : node.most)
  return 1
}

/** Places in the text that are reached from some places by matching a piece; each place once, so it takes no more than text × piece. */
function reached(node: Node, from: readonly number[], text: readonly string[]): readonly number[] {
  if ('one' in node)
    return from
      .filter((place) => {
        const character = text[place]
        return character !== undefined && node.one(character)
      })
      .map((place) => place + 1)
  if ('row' in node)
    return node.row.reduce((places, one) => (places.length > 0 ? reached(one, places, text) : []), from)
  if ('any' in node) return union(node.any.map((one) => reached(one, from, text)))
  let frontier = from
  for (let count = 0; count < node.least && frontier.length > 0; count += 1)
    frontier = reached(node.again, frontier, text)
  const seen: boolean[] = []
  const all: number[] = []
  for (let count = node.least; ; count += 1) {
    frontier = frontier.filter((place) => seen[place] !== true)
    if (frontier.length === 0) return all
    for (const place of frontier) seen[place] = true
    all.push(...frontier)
    if (count >= node.most) return all
    frontier = reached(node.again, frontier, text)
  }
}

function union(lists: readonly (readonly number[])[]): number[] {
  const seen: boolean[] = []
  const all: number[] = []
  for (const list of lists)
    for (const place of list)
      if (seen[place] !== true) {
        seen[place] = true
        all.push(place)
      }
  return all
}

/**
 * Whether a pattern may be used: one that takes no longer on any text than its length times that of the text. Refused are
 * `(a+)+` and the like, looking around, references back, and what is no regular expression.
 */
export const patternIsSimple = (pattern: string): boolean => parse(pattern) !== undefined

/** Whether the whole text matches; a pattern that is not simple lets everything pass. */
export function matchesPattern(text: string, pattern: string): boolean {
  const node = parse(pattern)
  return !node || reached(node, [0], Array.from(text)).indexOf(lengthOf(text)) >= 0
}
