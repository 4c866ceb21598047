import type { Problem } from './problem.ts'

/** A shop with 500 services and 500 resources has some 150,000 values, 15 levels deep at most. */
const MOST_VALUES = 400_000
const DEEPEST = 100
/** No list of the language is longer than 500; equal items of a list are looked for pairwise. */
const LONGEST_LIST = 1000

const problem = (pointer: string, code: string, zh: string, en: string): Problem => ({
  pointer,
  code,
  message: { 'zh-CN': zh, en },
})

/** Turns away what would cost too much to look at closely, in one pass that does not recurse; it ends for a ring as well. */
export function sizeFault(input: unknown): Problem | null {
  const waiting: { value: unknown; depth: number; pointer: string }[] = [{ value: input, depth: 0, pointer: '' }]
  for (let seen = 1; ;) {
    const next = waiting.pop()
    if (!next) return null
    if (typeof next.value !== 'object' || next.value === null) continue
    const { pointer, depth } = next
    if (depth >= DEEPEST)
      return problem(
        '',
        'tooDeep',
        `嵌套太深，最多 ${DEEPEST} 层。`,
        `It is nested too deep: at most ${DEEPEST} levels.`,
      )
    if (Array.isArray(next.value) && next.value.length > LONGEST_LIST)
      return problem(
        pointer,
        'tooLarge',
        `这个列表有 ${next.value.length} 项，最多 ${LONGEST_LIST} 项。`,
        `This list has ${next.value.length} items; at most ${LONGEST_LIST} are allowed.`,
      )
    for (const [key, value] of Object.entries(next.value)) {
      if (++seen > MOST_VALUES)
        return problem(
          '',
          'tooLarge',
          '这份描述太大，请删掉一些内容。',
          'The description is too large; take something out.',
        )
      waiting.push({
        value,
        depth: depth + 1,
        pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      })
    }
  }
}
