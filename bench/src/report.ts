import type { Comparison } from './benchmark.ts'
import type { Result, Spread } from './result.ts'

const HEAD = ['benchmark', 'side', 'median', 'min', 'max', 'peak memory']
const RATIO_HEAD = ['benchmark', 'measure', 'ratio of', 'median', 'min', 'max', 'aim', '']

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`
const three = ({ median, min, max }: Spread, digits: number): string[] =>
  [median, min, max].map((value) => value.toFixed(digits))

function aimOf(aim: Comparison['aim']): string {
  if (!aim) return ''
  return 'atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`
}

const sideRows = (results: readonly Result[]): string[][] =>
  results.flatMap(({ name, sides }) =>
    sides.map(({ side, measure, spread, peakMemory }) => [
      `${name}: ${measure.name}, ${measure.unit}`,
      side,
      ...three(spread, measure.digits),
      mebibytes(peakMemory),
    ]),
  )

const ratioRows = (results: readonly Result[]): string[][] =>
  results.flatMap(({ name, comparisons }) =>
    comparisons.map(({ measure, ours, against, ratio, aim, met }) => [
      name,
      measure,
      `${ours} / ${against}`,
      ...three(ratio, 2),
      aimOf(aim),
      met === null ? '' : met ? 'met' : 'MISSED',
    ]),
  )

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  const numeric = (text: string): boolean => /^[\d.]+( MiB)?$/.test(text)
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => (numeric(text) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

/** For a terminal. */
export const table = (results: readonly Result[]): string =>
  `${columns([HEAD, ...sideRows(results)])}\n\n${columns([RATIO_HEAD, ...ratioRows(results)])}\n`

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The same as {@link table}, in Markdown. */
export const markdown = (results: readonly Result[]): string =>
  `${markdownTable(HEAD, sideRows(results))}\n\n${markdownTable(RATIO_HEAD, ratioRows(results))}\n`
