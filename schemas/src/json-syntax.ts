export interface SyntaxFault {
  /** Both count from 1; a column is a UTF-16 unit, as in editors. */
  readonly line: number
  readonly column: number
  /** The character that does not belong there, quoted; empty at the end of the text. */
  readonly found: string
}

// JSON forbids bare control characters in its texts.
const TOKEN =
  // oxlint-disable-next-line no-control-regex
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const BLANK = /[ \t\r\n]*/y

type Want = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

/** Offset of the first token that breaks the grammar of JSON; engines tell it in ways of their own, or not at all. */
function faultOffset(text: string): number {
  const open: string[] = []
  let want: Want = 'value'
  for (let at = 0; ;) {
    BLANK.lastIndex = at
    BLANK.test(text)
    at = BLANK.lastIndex
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return at
    const isEnd = token === '}' || token === ']'
    const closes = isEnd && open.at(-1) === (token === '}' ? '{' : '[')
    if (closes && (want === 'commaOrEnd' || want === 'keyOrEnd' || want === 'valueOrEnd')) {
      open.pop()
      want = open.length > 0 ? 'commaOrEnd' : 'nothing'
    } else if (want === 'value' || want === 'valueOrEnd') {
      if (isEnd || token === ',' || token === ':') return at
      if (token === '{' || token === '[') {
        open.push(token)
        want = token === '{' ? 'keyOrEnd' : 'valueOrEnd'
      } else want = open.length > 0 ? 'commaOrEnd' : 'nothing'
    } else if (want === 'key' || want === 'keyOrEnd') {
      if (!token.startsWith('"')) return at
      want = 'colon'
    } else if (want === 'colon') {
      if (token !== ':') return at
      want = 'value'
    } else if (want === 'commaOrEnd') {
      if (token !== ',') return at
      want = open.at(-1) === '{' ? 'key' : 'value'
    } else return at
    at += token.length
  }
}

/** Where a text that JSON.parse refuses goes wrong. */
export function syntaxFault(text: string): SyntaxFault {
  const offset = faultOffset(text)
  const before = text.slice(0, offset)
  const found = text.slice(offset, offset + 2)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
    found: found === '' ? '' : JSON.stringify(String.fromCodePoint(found.codePointAt(0) ?? 0)),
  }
}
