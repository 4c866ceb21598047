/**
 * The only doors through which a merchant's words enter a file: one for each language of the output. Each takes any string and
 * gives text that its language reads back as exactly that string (`comment` and `heading` keep it to one harmless line).
 */

const code = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Not seen, or seen in another order than read: they have no place in source text. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\u200b\ufeff]/gu

/** A literal for JavaScript, TypeScript and JSON: also safe in a script tag (`<`), in old engines (U+2028), and against reordering. */
export function lit(value: unknown): string {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('lit: undefined cannot be written')
  return text.replace(/[<>\u2028\u2029]/g, code).replace(INVISIBLE, code)
}

/** Indented JSON of a whole document, escaped as `lit` does. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  if (text === undefined) throw new TypeError('json: undefined cannot be written')
  return text.replace(/[\u2028\u2029]/g, code).replace(INVISIBLE, code)
}

/** YAML 1.2 reads every JSON string as itself. */
export function yaml(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('yaml: only strings')
  return lit(value)
}

/** One line of Markdown that shows the words as they are: no markup, no HTML, no table cell ended. */
export function md(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('md: only strings')
  return (
    value
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(INVISIBLE, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/[\\`*_{}[\]#!|~$@]/g, '\\$&')
      // At the start of a line these begin a list, further on they only make an address into a link.
      .replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
      .replace(/:(?=\/\/)|\.(?<=\bwww\.)/gi, '\\$&')
  )
}

/** Text of an HTML element or a quoted attribute. */
export function html(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('html: only strings')
  return value.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A value of a `.env` file. Its readers disagree about quotes, so that only values without need of any are let through. */
export function env(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_.:/@,+~-]*$/.test(value))
    throw new TypeError('env: only letters, digits and ._:/@,+~-')
  return value
}

/** One line for a comment in any language: no line end, no end of a block comment, at most 120 characters. */
export function comment(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('comment: only strings')
  const line = value
    .replace(INVISIBLE, '')
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\*\//g, '* /')
    .replace(/--(?=>|!>)/g, '- -')
  return Array.from(line.trim()).slice(0, 120).join('')
}
