import { diffIndices } from 'node-diff3'

/** Lines shown around a change. */
const CONTEXT = 3

interface Span {
  readonly from: number
  readonly to: number
}

interface Edit {
  readonly before: Span
  readonly after: Span
}

/** Equal lines at both ends are set aside first: comparing is slow where many lines are alike, as in JSON. */
function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const middle = (lines: readonly string[]): string[] => lines.slice(head, lines.length - tail)
  const span = ([from, length]: readonly [number, number]): Span => ({ from: head + from, to: head + from + length })
  return diffIndices(middle(before), middle(after)).map(({ buffer1, buffer2 }) => ({
    before: span(buffer1),
    after: span(buffer2),
  }))
}

/** Edits whose surroundings would overlap belong to one hunk. */
function hunks(edits: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = []
  for (const edit of edits) {
    const last = groups.at(-1)
    const near = last?.at(-1)
    if (last !== undefined && near !== undefined && edit.before.from - near.before.to <= 2 * CONTEXT) last.push(edit)
    else groups.push([edit])
  }
  return groups
}

function hunkLines(group: readonly Edit[], before: readonly string[], after: readonly string[]): string[] {
  const [first, last] = [group[0], group.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = Math.max(0, first.before.from - CONTEXT)
  const end = Math.min(before.length, last.before.to + CONTEXT)
  const startAfter = start + first.after.from - first.before.from
  const endAfter = end + last.after.to - last.before.to
  const lines = [`@@ -${start + 1},${end - start} +${startAfter + 1},${endAfter - startAfter} @@`]
  let at = start
  for (const edit of group) {
    for (const line of before.slice(at, edit.before.from)) lines.push(` ${line}`)
    for (const line of before.slice(edit.before.from, edit.before.to)) lines.push(`-${line}`)
    for (const line of after.slice(edit.after.from, edit.after.to)) lines.push(`+${line}`)
    at = edit.before.to
  }
  for (const line of before.slice(at, end)) lines.push(` ${line}`)
  return lines
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n')

/** What changes from one text to another, as `diff -u` writes it. */
export function unifiedDiff(path: string, before: string, after: string): string[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const groups = hunks(editsBetween(a, b))
  return [`--- ${path}`, `+++ ${path}`, ...groups.flatMap((group) => hunkLines(group, a, b))]
}
