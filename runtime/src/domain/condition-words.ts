import type { FieldCondition, PublicForm, Words } from './booking.ts'
import { dayWords } from './moments.ts'
import { formatFen } from './money.ts'
import { both, compose, duration, say } from './words.ts'

type Titled = { readonly id: string; readonly title: Words }

/** What the values of facts are called in a shop. */
export interface Vocabulary {
  readonly services: ReadonlyMap<
    string,
    {
      readonly title: Words
      readonly offerings: readonly Titled[]
      readonly options?: readonly (Titled & { readonly choices: readonly Titled[] })[]
      readonly series?: ReadonlyMap<string, { readonly title: Words | null }>
    }
  >
  readonly levels: ReadonlyMap<string, Words>
  readonly memberships: ReadonlyMap<string, Words>
  readonly forms: ReadonlyMap<string, PublicForm>
  readonly resources?: ReadonlyMap<string, { readonly name: Words }>
  readonly addOns?: ReadonlyMap<string, { readonly title: Words }>
}

type Comparison = Extract<FieldCondition, { readonly fact: string }>
type Value = string | number | boolean

export const WEEKDAY_NAMES: Readonly<Record<string, Required<Words>>> = {
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
  'amount.afterDiscounts': both('优惠后合计', 'the sum after discounts'),
  'booking.people': both('人数', 'the number of people'),
  'booking.date': both('下单日期', 'the date of the order'),
  'booking.time': both('下单时刻', 'the time of the order'),
  'booking.endTime': both('结束时刻', 'the time of the end'),
  'session.id': both('场次', 'the series'),
  'session.left': both('剩余次数', 'the number of sessions left'),
  'resource.id': both('人员或场地', 'the resource'),
  'customer.noShows': both('未到次数', 'the number of no-shows'),
  'coupon.code': both('优惠码', 'the coupon code'),
  'place.index': both('第几位', 'the place in the order'),
  'participant.age': both('参加者年龄', 'the age of the participant'),
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

const MOMENT_WORDS: Readonly<Partial<Record<Comparison['op'], Required<Words>>>> = {
  lt: both('早于', 'is before'),
  lte: both('不晚于', 'is no later than'),
  gt: both('晚于', 'is after'),
  gte: both('不早于', 'is no earlier than'),
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const isMoment = (value: Value | undefined): boolean =>
  typeof value === 'string' && (DATE.test(value) || /^\d{2}:\d{2}$/.test(value))

const ANSWERS = ['answer', 'participant', 'order']

/** What a fact of the shop's own ends in: `hair` of `option.hair`; null where the fact is of another kind. */
const ownId = (fact: string, kind: string): string | null =>
  fact.startsWith(`${kind}.`) ? fact.slice(kind.length + 1) : null

function answerField(fact: string, vocabulary: Vocabulary) {
  const [kind = '', id = ''] = fact.split('.')
  if (!ANSWERS.includes(kind)) return undefined
  for (const form of vocabulary.forms.values()) {
    const field = form.fields.find((candidate) => candidate.id === id)
    if (field) return field
  }
  return undefined
}

function optionOf(fact: string, { services }: Vocabulary) {
  const id = ownId(fact, 'option')
  for (const { options = [] } of services.values()) {
    const option = options.find((one) => one.id === id)
    if (option) return option
  }
  return undefined
}

const quoted = (title: Words): Words =>
  compose((locale) => (locale === 'en' ? `“${say(title, locale)}”` : `「${say(title, locale)}」`))

function factName(fact: string, vocabulary: Vocabulary): Words {
  const known = FACT_NAMES[fact]
  if (known) return known
  const field = answerField(fact, vocabulary)
  if (field) return quoted(field.label)
  const option = optionOf(fact, vocabulary)
  if (option) return quoted(option.title)
  const addOn = vocabulary.addOns?.get(ownId(fact, 'addOn') ?? '')
  if (addOn)
    return compose((locale) =>
      locale === 'en' ? `the quantity of “${say(addOn.title, locale)}”` : `「${say(addOn.title, locale)}」的份数`,
    )
  return both(fact, fact)
}

function textName(fact: string, value: string, vocabulary: Vocabulary): Words | null | undefined {
  switch (fact) {
    case 'start.weekday':
      return WEEKDAY_NAMES[value]
    case 'customer.membership':
      return vocabulary.memberships.get(value)
    case 'resource.level':
      return vocabulary.levels.get(value)
    case 'resource.id':
      return vocabulary.resources?.get(value)?.name
    case 'service.id':
      return vocabulary.services.get(value)?.title
    case 'offering.id':
      return firstOf(vocabulary, ({ offerings }) => offerings.find(({ id }) => id === value)?.title)
    case 'session.id':
      return firstOf(vocabulary, ({ series }) => series?.get(value)?.title)
    default: {
      const choices = answerField(fact, vocabulary)?.choices ?? optionOf(fact, vocabulary)?.choices
      return choices?.find(({ id }) => id === value)?.title
    }
  }
}

type Service = Vocabulary['services'] extends ReadonlyMap<string, infer One> ? One : never

function firstOf({ services }: Vocabulary, title: (service: Service) => Words | null | undefined): Words | undefined {
  for (const service of services.values()) {
    const found = title(service)
    if (found) return found
  }
  return undefined
}

function valueName(fact: string, value: Value, vocabulary: Vocabulary): Words {
  const plain = both(String(value), String(value))
  if (typeof value === 'boolean') return value ? both('是', 'yes') : both('否', 'no')
  if (typeof value === 'string' && DATE.test(value)) return dayWords(value)
  if (typeof value === 'string') return textName(fact, value, vocabulary) ?? plain
  if (fact.startsWith('amount.')) return both(formatFen(value), formatFen(value))
  return fact.endsWith('Minutes') ? duration(value) : plain
}

function comparisonWords({ fact, op, value }: Comparison, vocabulary: Vocabulary): Words {
  const values = value === undefined ? [] : Array.isArray(value) ? (value as Value[]) : [value as Value]
  const names = values.map((one) => valueName(fact, one, vocabulary))
  const subject = factName(fact, vocabulary)
  return compose((locale) => {
    const list = names.map((name) => say(name, locale)).join(locale === 'en' ? ' or ' : '或')
    const verb = say((isMoment(values[0]) ? MOMENT_WORDS[op] : undefined) ?? OPERATOR_WORDS[op], locale)
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
