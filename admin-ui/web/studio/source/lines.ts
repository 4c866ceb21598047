import { tokensOf } from '../draft/document.ts'

/**
 * Line (from 0) at which the value at a pointer stands in `JSON.stringify(document, null, 2)`; the nearest one around it that
 * exists otherwise.
 */
export function lineOf(document: unknown, pointer: string): number {
  let value = document
  let line = 0
  for (const token of tokensOf(pointer)) {
    const entries = Array.isArray(value)
      ? (value as unknown[]).map((entry, index): [string, unknown] => [String(index), entry])
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
        : []
    let passed = 1
    let found = false
    for (const [name, entry] of entries) {
      if (name === token) {
        value = entry
        found = true
        break
      }
      passed += linesOf(entry)
    }
    if (!found) return line
    line += passed
  }
  return line
}

/** How many lines a value takes when it is written with indentation. */
const linesOf = (value: unknown): number => (JSON.stringify(value, null, 2) ?? '').split('\n').length

/** Line (from 0) of the first place where text stops being JSON, from the engine's own message; the last line when it tells none. */
export function faultLine(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line) - 1
  const position = /position (\d+)/.exec(message)?.[1]
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length - 1
}
