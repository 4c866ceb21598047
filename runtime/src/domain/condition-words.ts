import { FACTS } from '@kaidian/schemas'
import type { FieldCondition, PublicForm, Words } from './booking.ts'
import { formatFen } from './money.ts'
import { both, compose, duration, say } from './words.ts'

/** What the values of facts are called in a shop. */
export interface Vocabulary {
  readonly services: ReadonlyMap<
    string,
    { readonly title: Words; readonly offerings: readonly { readonly id: string; readonly title: Words }[] }
  >
  readonly levels: ReadonlyMap<string, Words>
  readonly memberships: ReadonlyMap<string, Words>
  readonly forms: ReadonlyMap<string, PublicForm>
}

type Comparison = Extract<FieldCondition, { readonly fact: string }>
type Value = string | number | boolean

const WEEKDAY_NAMES: Readonly<Record<string, Required<Words>>> = {
  mon: both('周一', 'Monday'),
  tue: both('周二', 'Tuesday'),
  wed: both('周三', 'Wednesday'),
  thu: both('周四', 'Thursday'),
  fri: both('周五', 'Friday'),
  sat: both('周六', 'Saturday'),
  sun: both('周日', 'Sunday'),
}

/** What each fact of the catalogue is called in a sentence; the catalogue's titles are for editors. */
const FACT_NAMES: Readonly<Record<string, Required<Words>>> = {
  'service.id': both('服务', 'the service'),
  'offering.id': both('价目', 'the offering'),
  'resource.level': both('级别', 'the level'),
  'start.weekday': both('到店日', 'the weekday'),
  'start.date': both('到店日期', 'the date'),
  'start.time': both('开始时刻', 'the starting time'),
  'booking.leadMinutes': both('提前的时间', 'the time in advance'),
  'booking.durationMinutes': both('时长', 'the duration'),
  'customer.visits': both('以往到店次数', 'the number of earlier visits'),
  'customer.membership': both('会员等级', 'the membership'),
  'amount.beforeDiscounts': both('优惠前合计', 'the sum before discounts'),
}

const OPERATOR_WORDS: Readonly<Record<Comparison['op'], Required<Words>>> = {
  eq: both('是', 'is'),
  ne: both('不是', 'is not'),
  lt: both('小于', 'is below'),
  lte: both('不超过', 'is at most'),
  gt: both('大于', 'is above'),
  gte: both('至少是', 'is at least'),
  in: both('是', 'is'),
  notIn: both('不是', 'is not'),
  contains: both('包含', 'includes'),
  given: both('已填写', 'is given'),
  missing: both('没有填写', 'is not given'),
}

function answerField(fact: string, vocabulary: Vocabulary) {
  const id = fact.slice('answer.'.length)
  for (const form of vocabulary.forms.values()) {
    const field = form.fields.find((candidate) => candidate.id === id)
    if (field) return field
  }
  return undefined
}

function factName(fact: string, vocabulary: Vocabulary): Words {
  if (fact.startsWith('answer.')) {
    const field = answerField(fact, vocabulary)
    if (field)
      return compose((locale) =>
        locale === 'en' ? `“${say(field.label, locale)}”` : `「${say(field.label, locale)}」`,
      )
  }
  const entry = FACTS.find(({ name }) => name === fact)
  return FACT_NAMES[fact] ?? (entry ? both(entry.title, entry['x-en'].title) : both(fact, fact))
}

function valueName(fact: string, value: Value, vocabulary: Vocabulary): Words {
  const plain = both(String(value), String(value))
  if (typeof value === 'boolean') return value ? both('是', 'yes') : both('否', 'no')
  if (typeof value === 'number') {
    if (fact.startsWith('amount.')) return both(formatFen(value), formatFen(value))
    return fact.endsWith('Minutes') ? duration(value) : plain
  }
  switch (fact) {
    case 'start.weekday':
      return WEEKDAY_NAMES[value] ?? plain
    case 'customer.membership':
      return vocabulary.memberships.get(value) ?? plain
    case 'resource.level':
      return vocabulary.levels.get(value) ?? plain
    case 'service.id':
      return vocabulary.services.get(value)?.title ?? plain
    case 'offering.id':
      for (const { offerings } of vocabulary.services.values()) {
        const offering = offerings.find(({ id }) => id === value)
        if (offering) return offering.title
      }
      return plain
    default: {
      const choice = fact.startsWith('answer.')
        ? answerField(fact, vocabulary)?.choices?.find(({ id }) => id === value)
        : undefined
      return choice?.title ?? plain
    }
  }
}

function comparisonWords({ fact, op, value }: Comparison, vocabulary: Vocabulary): Words {
  const values = value === undefined ? [] : Array.isArray(value) ? (value as Value[]) : [value as Value]
  const names = values.map((one) => valueName(fact, one, vocabulary))
  const subject = factName(fact, vocabulary)
  return compose((locale) => {
    const list = names.map((name) => say(name, locale)).join(locale === 'en' ? ' or ' : '或')
    const verb = say(OPERATOR_WORDS[op], locale)
    if (locale === 'en') return `${say(subject, locale)} ${verb} ${list}`.trimEnd()
    // Chinese is written without spaces but beside digits and letters.
    return `${say(subject, locale)}${verb}${/^[\w¥]/.test(list) ? ' ' : ''}${list}`
  })
}

/** A condition as a sentence without its full stop: `到店日 是 周六或周日`, `the weekday is Saturday or Sunday`. */
export function conditionWords(condition: FieldCondition, vocabulary: Vocabulary): Words {
  const join = (parts: readonly FieldCondition[], zh: string, en: string): Words => {
    const sentences = parts.map((part) => ({
      text: conditionWords(part, vocabulary),
      group: parts.length > 1 && ('all' in part || 'any' in part),
    }))
    return compose((locale) =>
      sentences
        .map(({ text, group }) => (group ? `(${say(text, locale)})` : say(text, locale)))
        .join(locale === 'en' ? en : zh),
    )
  }
  if ('all' in condition) return join(condition.all, '，并且', ' and ')
  if ('any' in condition) return join(condition.any, '，或者', ' or ')
  if ('not' in condition) {
    const inner = conditionWords(condition.not, vocabulary)
    return compose((locale) => (locale === 'en' ? `not (${say(inner, locale)})` : `并非(${say(inner, locale)})`))
  }
  return comparisonWords(condition, vocabulary)
}
