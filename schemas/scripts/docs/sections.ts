import { descriptionOf, exampleOf, referred, root, type Schema, target, titleOf } from './schema.ts'
import { typeOf } from './types.ts'
import { block, code, in2, inline, type Locale, table } from './words.ts'

/** Definitions that hold properties or choices, in the order in which a merchant meets them. */
const PARTS = [
  'Schedule',
  'Resource',
  'Service',
  'Eligibility',
  'Form',
  'Field',
  'FeeRule',
  'Condition',
  'Policies',
  'PaymentPlan',
  'Due',
]

interface Section {
  readonly schema: Schema
  readonly anchor: string
  readonly level: 2 | 3
}

const kebab = (text: string): string =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const definition = (name: string): Schema => {
  const found = root.$defs?.[name]
  if (!found) throw new Error(`The language has no ${name}`)
  return found
}

/** The objects written in place inside a schema, the nearest first. */
function* inside(schema: Schema): Generator<Schema> {
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ]
  for (const part of parts) {
    if (referred(part) !== undefined) continue
    if (part.properties) yield part
    yield* inside(part)
  }
}

/** Every section of the reference, with an anchor of its own. */
function sections(): Section[] {
  const used = new Set<string>()
  const name = (wanted: string, parent: string): string => {
    const anchor = used.has(wanted) ? `${parent}-${wanted}` : wanted
    used.add(anchor)
    return anchor
  }
  const of = (schema: Schema, anchor: string): Section[] => [
    { schema, anchor: name(anchor, ''), level: 2 },
    ...[...inside(schema)].map((part): Section => ({
      schema: part,
      anchor: name(kebab(titleOf(part, 'en')), anchor),
      level: 3,
    })),
  ]
  return [...of(root, 'shop'), ...PARTS.flatMap((part) => of(definition(part), kebab(part)))]
}

const ALL = sections()
const ANCHORS = new Map(ALL.map(({ schema, anchor }) => [schema, anchor]))

/** Where a schema is described; undefined for what has no section. */
function anchorOf(schema: Schema): string | undefined {
  const name = referred(schema)
  return name === undefined ? ANCHORS.get(schema) : kebab(name)
}

const LONGEST_CELL = 90

function properties({ properties: all = {}, required = [] }: Schema, locale: Locale): string {
  const say = in2(locale)
  const long: string[] = []
  const rows = Object.entries(all).map(([key, schema]) => {
    const about = target(schema)
    const example = exampleOf(schema)
    const isShort = inline(example).length <= LONGEST_CELL
    const section = anchorOf(schema) ?? (about.items && anchorOf(about.items))
    if (!isShort && section === undefined) long.push(`${code(key)}${say('：', ':')}\n\n${block(example)}`)
    // That of a definition is told where the link leads.
    const description = descriptionOf(schema, locale)
    return [
      `${code(key)}${required.includes(key) ? say(' **必填**', ' **required**') : ''}`,
      `${titleOf(about, locale)}${description === '' ? '' : say(`。${description}`, `. ${description}`)}`,
      typeOf(schema, locale, anchorOf),
      about.default === undefined ? '' : code(inline(about.default)),
      isShort
        ? code(inline(example))
        : section === undefined
          ? say('见下', 'below')
          : `[${say('见下', 'below')}](#${section})`,
    ]
  })
  const head = say('属性|说明|类型与范围|默认|例', 'Property|Meaning|Type and range|Default|Example').split('|')
  return [table(head, rows), ...long].join('\n\n')
}

function section({ schema, anchor, level }: Section, locale: Locale): string {
  const say = in2(locale)
  const description = descriptionOf(schema, locale)
  const parts = [`<a id="${anchor}"></a>\n\n${'#'.repeat(level)} ${titleOf(schema, locale)}`]
  if (description !== '') parts.push(description)
  if (schema.oneOf)
    parts.push(say(`写其中一种：${typeOf(schema, locale, anchorOf)}。`, `One of: ${typeOf(schema, locale, anchorOf)}.`))
  if (schema !== root && !schema.oneOf) {
    const examples = schema.examples ?? [exampleOf(schema)]
    parts.push(...examples.map(block))
  }
  if (schema.properties) parts.push(properties(schema, locale))
  return parts.join('\n\n')
}

/** Definitions of a single value: an amount, a day. */
function commonWords(locale: Locale): string {
  const say = in2(locale)
  const names = Object.keys(root.$defs ?? {}).filter((name) => !PARTS.includes(name))
  const rows = names.map((name) => {
    const schema = definition(name)
    const examples = (schema.examples ?? [exampleOf(schema)]).map((example) => code(inline(example)))
    return [
      `<a id="${kebab(name)}"></a>${titleOf(schema, locale)}`,
      descriptionOf(schema, locale),
      typeOf(schema, locale, () => undefined),
      examples.join(say('、', ', ')),
    ]
  })
  const head = say('词|意思|写法|例', 'Word|Meaning|How it is written|Example').split('|')
  return [
    `<a id="words"></a>\n\n## ${say('共用词汇', 'Common words')}`,
    say('许多属性的值都是下面这些。', 'The values of many properties are one of these.'),
    table(head, rows),
  ].join('\n\n')
}

/** Every property of the language, section by section. */
export const languageSections = (locale: Locale): string =>
  [...ALL.map((one) => section(one, locale)), commonWords(locale)].join('\n\n')

/** What the top of the document links to. */
export const contents = (locale: Locale): string =>
  ALL.filter(({ level }) => level === 2)
    .map(({ schema, anchor }) => `[${titleOf(schema, locale)}](#${anchor})`)
    .join(' · ')
