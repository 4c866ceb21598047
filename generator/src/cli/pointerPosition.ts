/** Where in a JSON text a value stands; both count from 1, as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

const SPACE = /[\s\ufeff]*/y
const STRING = /"(?:[^"\\]|\\.)*"/y
const SCALAR = /[^\s,\]}]+/y

/** Reads only as much of JSON's grammar as it needs to find its way: the text is known to be JSON. */
class Reader {
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.at += found.length
    return found
  }

  /** The next character that is no space, not yet taken. */
  peek(): string {
    this.take(SPACE)
    return this.#text.charAt(this.at)
  }

  skip(): void {
    const next = this.peek()
    if (next === '"') this.take(STRING)
    else if (next === '{' || next === '[') this.members(() => false)
    else this.take(SCALAR)
  }

  /** Goes through an object or array until `wanted` says that the member is the one; then it stands before its value. */
  members(wanted: (key: string) => boolean): boolean {
    const isObject = this.peek() === '{'
    this.at += 1
    for (let index = 0; this.peek() !== '' && this.peek() !== '}' && this.peek() !== ']'; index += 1) {
      let key = String(index)
      if (isObject) {
        key = JSON.parse(this.take(STRING)) as string
        this.peek()
        this.at += 1
      }
      this.peek()
      if (wanted(key)) return true
      this.skip()
      if (this.peek() === ',') this.at += 1
    }
    this.at += 1
    return false
  }
}

/**
 * @param pointer RFC 6901.
 * @returns the place of the value, or, where it is missing, of the innermost value around it.
 */
export function pointerPosition(text: string, pointer: string): Position {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const reader = new Reader(text)
  reader.peek()
  let place = reader.at
  for (const key of keys) {
    if (!['{', '['].includes(reader.peek()) || !reader.members((member) => member === key)) break
    place = reader.at
  }
  const before = text.slice(0, place).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
