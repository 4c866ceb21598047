import type { ErrorObject } from 'ajv'
import type { Problem } from './problem.ts'
import type { Schema, Title } from './walk.ts'

type Message = Problem['message']

/** A value as it can be shown in a sentence: short, and in one line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? 'undefined')
  return text.length > 40 ? `${text.slice(0, 37)}…"` : text
}

const TYPES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'a text'],
  number: ['数字', 'a number'],
  integer: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表 […]', 'a list […]'],
  object: ['一组属性 {…}', 'an object {…}'],
}

const PATTERNS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '^[a-z][a-z0-9-]{0,39}$': [
    '要以小写字母开头，只含小写字母、数字和连字符，最多 40 个字符',
    'must start with a lower-case letter and have only lower-case letters, digits and hyphens, at most 40',
  ],
  '^[a-z][A-Za-z0-9]{0,39}$': [
    '要以小写字母开头，只含字母和数字，最多 40 个字符',
    'must start with a lower-case letter and have only letters and digits, at most 40',
  ],
  '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$': ['要写成 09:30 这样的时刻', 'must be a time such as 09:30'],
  '^#[0-9a-fA-F]{6}$': ['要写成 #2F6B5E 这样的颜色', 'must be a colour such as #2F6B5E'],
  '^[+0-9][0-9 -]{4,24}$': [
    '要写成电话号码，只含数字、空格和连字符',
    'must be a phone number of digits, spaces and hyphens',
  ],
  '^wx[0-9a-f]{16}$': ['要写成 wx 加 16 位小写十六进制字符', 'must be wx and 16 lower-case hexadecimal characters'],
}

const list = (values: readonly unknown[]): string => values.map((value) => String(value)).join(', ')

/** Number of single-letter changes between two names, as far as it matters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}

function similar(name: string, known: readonly string[]): string | undefined {
  if (name.length > 60) return undefined
  return known
    .map((key) => ({ key, away: distance(name.toLowerCase(), key.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away)
    .find(({ away }) => away <= 2)?.key
}

/** What each keyword means to a merchant, and how to mend it. `zh` and `en` are what the place is called, quoted. */
const SENTENCES: Readonly<Record<string, (error: ErrorObject, zh: string, en: string) => readonly [string, string]>> = {
  required: (_error, zh, en) => [`缺少${zh}，请补上。`, `${en} is missing; add it.`],
  additionalProperties: ({ params, parentSchema }) => {
    const name = String((params as { additionalProperty: unknown }).additionalProperty)
    const known = Object.keys((parentSchema as Schema | undefined)?.properties ?? {})
    const near = similar(name, known)
    const tail = name.length > 60 ? `${name.slice(0, 57)}…` : name
    return [
      `这里没有「${tail}」这一项，${near === undefined ? `请删掉；可以写的有 ${list(known)}` : `是不是想写「${near}」`}。`,
      `There is no “${tail}” here; ${near === undefined ? `take it out. Known are ${list(known)}` : `did you mean “${near}”?`}${near === undefined ? '.' : ''}`,
    ]
  },
  type: ({ params, data }, zh, en) => {
    const types = [(params as { type: string | string[] }).type].flat().map((type) => TYPES[type] ?? [type, type])
    return [
      `${zh}要写${types.map((type) => type[0]).join('或')}，现在是 ${shown(data)}。`,
      `${en} must be ${types.map((type) => type[1]).join(' or ')}; it is ${shown(data)}.`,
    ]
  },
  minimum: ({ params, data }, zh, en) => {
    const limit = (params as { limit: number }).limit
    return [`${zh}不能小于 ${limit}，现在是 ${shown(data)}。`, `${en} must be at least ${limit}; it is ${shown(data)}.`]
  },
  maximum: ({ params, data }, zh, en) => {
    const limit = (params as { limit: number }).limit
    return [`${zh}不能大于 ${limit}，现在是 ${shown(data)}。`, `${en} must be at most ${limit}; it is ${shown(data)}.`]
  },
  minLength: ({ params }, zh, en) => {
    const limit = (params as { limit: number }).limit
    return limit === 1
      ? [`${zh}不能空着。`, `${en} must not be empty.`]
      : [`${zh}至少要 ${limit} 个字。`, `${en} needs at least ${limit} characters.`]
  },
  maxLength: ({ params }, zh, en) => {
    const limit = (params as { limit: number }).limit
    return [`${zh}最多 ${limit} 个字，请缩短。`, `${en} may have at most ${limit} characters; shorten it.`]
  },
  minItems: ({ params }, zh, en) => {
    const limit = (params as { limit: number }).limit
    return [`${zh}至少要有 ${limit} 项。`, `${en} needs at least ${limit} ${limit === 1 ? 'item' : 'items'}.`]
  },
  maxItems: ({ params }, zh, en) => {
    const limit = (params as { limit: number }).limit
    return [`${zh}最多 ${limit} 项，请删掉一些。`, `${en} may have at most ${limit} items; take some out.`]
  },
  uniqueItems: (_error, zh, en) => [`${zh}里有重复的，请删掉多余的。`, `${en} names something twice; keep one.`],
  enum: ({ params, data }, zh, en) => {
    const allowed = list((params as { allowedValues: unknown[] }).allowedValues)
    return [
      `${zh}只能是 ${allowed} 之一，现在是 ${shown(data)}。`,
      `${en} must be one of ${allowed}; it is ${shown(data)}.`,
    ]
  },
  const: ({ params, data }, zh, en) => {
    const allowed = shown((params as { allowedValue: unknown }).allowedValue)
    return [`${zh}只能是 ${allowed}，现在是 ${shown(data)}。`, `${en} must be ${allowed}; it is ${shown(data)}.`]
  },
  pattern: ({ params, data }, zh, en) => {
    const hint = PATTERNS[(params as { pattern: string }).pattern]
    return hint
      ? [`${zh}${hint[0]}，现在是 ${shown(data)}。`, `${en} ${hint[1]}; it is ${shown(data)}.`]
      : [`${zh}的写法不对，现在是 ${shown(data)}。`, `${en} is not written as it should be: ${shown(data)}.`]
  },
  format: ({ data }, zh, en) => [
    `${zh}要写成 2026-12-02 这样的日期，并且真有这一天，现在是 ${shown(data)}。`,
    `${en} must be a real date such as 2026-12-02; it is ${shown(data)}.`,
  ],
  oneOf: ({ parentSchema, data }, zh, en) => {
    const branches = (parentSchema as Schema | undefined)?.oneOf ?? []
    const titles = branches.flatMap(({ title, 'x-en': english }) =>
      title === undefined ? [] : [{ zh: title, en: english?.title ?? title }],
    )
    return [
      `${zh}的写法认不出来，现在是 ${shown(data)}${titles.length > 0 ? `；可以写：${titles.map((one) => one.zh).join('、')}` : ''}。`,
      `${en} is none of the forms it may take; it is ${shown(data)}${titles.length > 0 ? `. It may be: ${titles.map((one) => one.en.toLowerCase()).join(', ')}` : ''}.`,
    ]
  },
}

/** An error of the validator as a sentence that says what is wrong and how to mend it. */
export function sentence(error: ErrorObject, title: Title | null): Message {
  const zh = title ? `「${title.zh}」` : '这里'
  const en = title ? `“${title.en}”` : 'This'
  const make = SENTENCES[error.keyword]
  const [inChinese, inEnglish] = make ? make(error, zh, en) : [`${zh}的写法不对。`, `${en} is not right.`]
  // Amounts and the like carry an example in their description, which mends more than the bare rule.
  const { description, 'x-en': english } = (error.parentSchema ?? {}) as Schema
  const helps =
    ['type', 'pattern'].includes(error.keyword) && !PATTERNS[String((error.params as { pattern?: string }).pattern)]
  return {
    'zh-CN': helps && description !== undefined ? `${inChinese}${description}` : inChinese,
    en: helps && english?.description !== undefined ? `${inEnglish} ${english.description}` : inEnglish,
  }
}
