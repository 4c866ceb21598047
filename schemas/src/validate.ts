import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { shopSchema } from './generated/schema.ts'
import type { Shop } from './generated/types.ts'
import { syntaxFault } from './json-syntax.ts'
import type { Problem, Result } from './problem.ts'
import { sizeFault } from './size.ts'
import { sentence } from './sentences.ts'
import { bestBranch, branchesOf, discriminator, followed, type Schema, type Title, titleAt } from './walk.ts'

/** More would help nobody, and a hostile description may hold hundreds of thousands. */
const MOST_PROBLEMS = 500
/** Characters of JSON text. */
const LONGEST_TEXT = 8_000_000

const root = shopSchema as unknown as Schema
let ajv: Ajv2020 | undefined
const compiled = new Map<Schema, ValidateFunction>()

function validator(schema: Schema): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false })
    addFormats.default(ajv, ['date'])
    ajv.addKeyword('x-en')
  }
  const known = compiled.get(schema)
  if (known) return known
  const made = ajv.compile(schema === root ? schema : { ...schema, $defs: root.$defs })
  compiled.set(schema, made)
  return made
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Where an error is: a property that is missing or too many is pointed to itself. */
function place(error: ErrorObject): string {
  const params = error.params as { additionalProperty?: string; missingProperty?: string }
  const key = params.additionalProperty ?? params.missingProperty
  return key === undefined ? error.instancePath : `${error.instancePath}/${escaped(key)}`
}

/** No branch was meant for certain: say which there are, at the property that chooses between them where there is one. */
function undecided(choice: ErrorObject, branches: readonly Schema[], prefix: string, title: Title | null): Problem {
  const chooser = discriminator(root, branches)
  const value =
    chooser && typeof choice.data === 'object'
      ? (choice.data as Record<string, unknown> | null)?.[chooser.key]
      : undefined
  if (!chooser || value === undefined)
    return {
      pointer: prefix + choice.instancePath,
      code: 'oneOf',
      message: sentence(choice, title),
    }
  const first = branches[0] ? followed(root, branches[0]) : {}
  const error = { ...choice, keyword: 'enum', params: { allowedValues: chooser.values }, data: value }
  return {
    pointer: `${prefix}${choice.instancePath}/${chooser.key}`,
    code: 'enum',
    message: sentence(error, titleAt(root, first, choice.data, `/${chooser.key}`)),
  }
}

/**
 * Of a choice between schemas only the faults against the branch that was meant are told: the others are noise.
 * @param prefix pointer to `data` in the description
 * @param outer what the place is called whose branch this is
 */
function faults(schema: Schema, data: unknown, prefix: string, outer: Title | null): Problem[] {
  const validate = validator(schema)
  if (validate(data)) return []
  const errors = validate.errors ?? []
  const named = (pointer: string): Title | null => (pointer === '' && outer) || titleAt(root, schema, data, pointer)
  const choices: ErrorObject[] = []
  const covers = (choice: ErrorObject, error: ErrorObject): boolean =>
    error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`)
  for (const error of errors
    .filter(({ keyword }) => keyword === 'oneOf')
    .toSorted((a, b) => a.instancePath.length - b.instancePath.length))
    // A choice within a choice stands at the same place and is told first; the outer one knows all branches.
    if (choices.at(-1)?.instancePath === error.instancePath) choices[choices.length - 1] = error
    else if (!choices.some((choice) => covers(choice, error))) choices.push(error)
  const problems: Problem[] = []
  for (const error of errors) {
    if (problems.length >= MOST_PROBLEMS) break
    if (choices.some((choice) => covers(choice, error))) continue
    const pointer = place(error)
    const title = named(pointer)
    problems.push({ pointer: prefix + pointer, code: error.keyword, message: sentence(error, title) })
  }
  for (const choice of choices) {
    if (problems.length >= MOST_PROBLEMS) break
    const branches = branchesOf(root, (choice.parentSchema ?? {}) as Schema)
    const branch = bestBranch(root, branches, choice.data)
    const pointer = prefix + choice.instancePath
    const title = named(choice.instancePath)
    const within = branch ? faults(branch, choice.data, pointer, title) : []
    problems.push(...(within.length > 0 ? within : [undecided(choice, branches, prefix, title)]))
  }
  return problems
}

/** Whether the input has the shape of a shop; what a schema cannot say is left to the domain's `check`. */
export function validateShop(input: unknown): Result<Shop> {
  const tooBig = sizeFault(input)
  if (tooBig) return { ok: false, problems: [tooBig] }
  const problems = faults(root, input, '', null)
  return problems.length === 0
    ? { ok: true, value: input as Shop }
    : { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
}

/** The same for JSON text: a slip in the syntax is told with its line and column. */
export function parseShop(text: string): Result<Shop> {
  const problem = (code: string, zh: string, en: string): Result<Shop> => ({
    ok: false,
    problems: [{ pointer: '', code, message: { 'zh-CN': zh, en } }],
  })
  if (text.length > LONGEST_TEXT)
    return problem(
      'tooLarge',
      '这份描述太长，最多 800 万个字符。',
      'The description is too long: at most 8 million characters.',
    )
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    const { line, column, found } = syntaxFault(text)
    return problem(
      'syntax',
      `第 ${line} 行第 ${column} 列不是合法的 JSON:${found === '' ? '内容在这里中断了' : `没想到会有 ${found}`}。请检查这里和前面的逗号、引号、括号。`,
      `Line ${line}, column ${column} is not JSON: ${found === '' ? 'the text breaks off here' : `${found} was not expected`}. Check commas, quotes and brackets here and just before.`,
    )
  }
  return validateShop(input)
}
