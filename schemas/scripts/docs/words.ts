/** The languages of the documents. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Picks the sentence of a language. */
export const in2 =
  (locale: Locale) =>
  (zh: string, en: string): string =>
    locale === 'en' ? en : zh

/** A text as one cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')

export const code = (text: string): string => `\`${text}\``

export const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n')

/** JSON for reading: short things on one line, as a person would write them. */
export function pretty(value: unknown, indent = ''): string {
  const short = inline(value)
  if (typeof value !== 'object' || value === null || indent.length + short.length <= 96) return short
  const deeper = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + pretty(item, deeper)).join(',\n')}\n${indent}]`
  const entries = Object.entries(value).map(
    ([key, inner]) => `${deeper}${JSON.stringify(key)}: ${pretty(inner, deeper)}`,
  )
  return `{\n${entries.join(',\n')}\n${indent}}`
}

/** JSON on one line, with a blank after commas and colons. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

export const block = (value: unknown): string => `\`\`\`json\n${pretty(value)}\n\`\`\``
