import { FACTS, type Form, type Shop } from '@kaidian/schemas'
import { comparisons } from '../condition.ts'
import { WEEKDAYS } from '../resolved.ts'
import { isDay } from '../time.ts'
import { problem, quoted, type Rule } from './finding.ts'
import { conditions, type PlacedCondition } from './places.ts'

type Field = Form['fields'][number]
type Comparison = ReturnType<typeof comparisons>[number]['comparison']
type Operator = Comparison['op']
type FactType = 'string' | 'number' | 'date' | 'time' | 'boolean' | 'list'

const SAME: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', 'given', 'missing']
const ORDER: readonly Operator[] = ['lt', 'lte', 'gt', 'gte']

const OPERATORS: Readonly<Record<FactType, readonly Operator[]>> = {
  string: [...SAME, 'contains'],
  number: [...SAME, ...ORDER],
  date: [...SAME, ...ORDER],
  time: [...SAME, ...ORDER],
  boolean: ['eq', 'ne', 'given', 'missing'],
  list: ['contains', 'given', 'missing'],
}

const TYPE_OF_FIELD: Readonly<Record<Field['kind'], FactType | null>> = {
  text: 'string',
  longText: 'string',
  personName: 'string',
  phone: 'string',
  choice: 'string',
  several: 'list',
  number: 'number',
  rating: 'number',
  date: 'date',
  time: 'time',
  consent: 'boolean',
  note: null,
}

const SAMPLES: Readonly<Record<FactType, readonly [zh: string, en: string, fits: (value: unknown) => boolean]>> = {
  string: ['文字', 'a text', (value) => typeof value === 'string'],
  list: ['一个选项的标识', 'the identifier of a choice', (value) => typeof value === 'string'],
  number: ['数字', 'a number', (value) => typeof value === 'number'],
  date: ['2026-12-02 这样的日期', 'a date such as 2026-12-02', (value) => typeof value === 'string' && isDay(value)],
  time: [
    '09:30 这样的时刻',
    'a time such as 09:30',
    (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  ],
  boolean: ['true 或 false', 'true or false', (value) => typeof value === 'boolean'],
}

/** What a comparison is about: a fact of the catalogue, or the fields an answer may be of. */
interface Subject {
  readonly type: FactType
  /** Null where any value will do. */
  readonly values: ReadonlySet<string> | null
}

const idsOf = (items: readonly { readonly id: string }[] = []): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id))

function valuesOf(fact: string, shop: Shop): ReadonlySet<string> | null {
  switch (fact) {
    case 'start.weekday':
      return new Set(WEEKDAYS)
    case 'customer.membership':
      return idsOf(shop.memberships)
    case 'service.id':
      return idsOf(shop.services)
    case 'offering.id':
      return idsOf(shop.services.flatMap(({ offerings }) => offerings))
    case 'resource.level':
      return idsOf(shop.levels)
    default:
      return null
  }
}

/** The fields an answer may be of: for a form its own, for a fee those of every form. */
const fieldsOf = (id: string, place: PlacedCondition, shop: Shop): Field[] =>
  (place.scope === 'form' ? [place.form] : shop.forms).flatMap(({ fields }) =>
    fields.filter((field) => field.id === id),
  )

function subject(fact: string, place: PlacedCondition, shop: Shop): Subject | null {
  if (fact.startsWith('answer.')) {
    const [field] = fieldsOf(fact.slice('answer.'.length), place, shop)
    const type = field ? TYPE_OF_FIELD[field.kind] : null
    return type && { type, values: field?.choices ? idsOf(field.choices) : null }
  }
  const entry = FACTS.find(({ name }) => name === fact)
  if (!entry || entry.type === 'any' || !(entry.scope as readonly string[]).includes(place.scope)) return null
  return { type: entry.type, values: valuesOf(fact, shop) }
}

/** Every comparison of the shop. */
function* everywhere(shop: Shop) {
  for (const place of conditions(shop))
    for (const { comparison, pointer } of comparisons(place.condition))
      yield { place, comparison, pointer: place.pointer + pointer }
}

export const factsAreKnown: Rule = function* (shop) {
  for (const { place, comparison, pointer } of everywhere(shop)) {
    const { fact } = comparison
    if (subject(fact, place, shop)) continue
    const known = FACTS.some(({ name }) => name === fact)
    if (fact.startsWith('answer.'))
      yield problem(
        `${pointer}/fact`,
        'UNKNOWN_FIELD',
        `${place.scope === 'form' ? '这张登记表' : '登记表'}里没有能回答的字段「${quoted(fact.slice(7))}」，请改成已有的字段。`,
        `${place.scope === 'form' ? 'This form' : 'No form'} has ${place.scope === 'form' ? 'no' : 'a'} field “${quoted(fact.slice(7))}” to answer; name one that is there.`,
      )
    else if (known)
      yield problem(
        `${pointer}/fact`,
        'FACT_OUT_OF_SCOPE',
        `「${fact}」在这里用不到：登记表的条件只能用 answer.字段。`,
        `“${fact}” is not known here: conditions of a form may only use answer.<field>.`,
      )
    else
      yield problem(
        `${pointer}/fact`,
        'UNKNOWN_FACT',
        `没有「${quoted(fact)}」这个事实，可用的有 ${FACTS.map(({ name }) => name).join('、')}。`,
        `There is no fact “${quoted(fact)}”; known are ${FACTS.map(({ name }) => name).join(', ')}.`,
      )
  }
}

export const factsAreKnownInTime: Rule = function* (shop) {
  for (const { place, comparison, pointer } of everywhere(shop)) {
    const { fact } = comparison
    if (place.scope === 'fee') {
      if (fact === 'amount.beforeDiscounts' && place.phase === 'surcharge')
        yield problem(
          `${pointer}/fact`,
          'FACT_OUT_OF_SCOPE',
          '加价的条件不能用优惠前合计：那时还没算出来。请改用别的事实，或改成折扣。',
          'A surcharge cannot depend on the sum before discounts, which is not known yet; use another fact, or make it a discount.',
        )
      continue
    }
    const at = place.form.fields.findIndex(({ id }) => `answer.${id}` === fact)
    const wrong = place.rule === 'visibleWhen' ? at >= place.field : at === place.field
    if (at >= 0 && wrong)
      yield problem(
        `${pointer}/fact`,
        'FIELD_NOT_EARLIER',
        place.rule === 'visibleWhen'
          ? '是否显示只能看排在前面的字段。请把那个字段移到前面。'
          : '字段是否必填不能看它自己。请换一个字段。',
        place.rule === 'visibleWhen'
          ? 'Whether a field is shown may only depend on fields before it; move that field up.'
          : 'Whether a field is required cannot depend on itself; name another.',
      )
  }
}

export const operatorsFit: Rule = function* (shop) {
  for (const { place, comparison, pointer } of everywhere(shop)) {
    const about = subject(comparison.fact, place, shop)
    if (about && !OPERATORS[about.type].includes(comparison.op))
      yield problem(
        `${pointer}/op`,
        'OPERATOR_DOES_NOT_FIT',
        `「${comparison.fact}」不能用 ${comparison.op} 比较，可以用 ${OPERATORS[about.type].join('、')}。`,
        `“${comparison.fact}” cannot be compared by ${comparison.op}; use ${OPERATORS[about.type].join(', ')}.`,
      )
  }
}

export const valuesFit: Rule = function* (shop) {
  for (const { place, comparison, pointer } of everywhere(shop)) {
    const { fact, op, value } = comparison
    const about = subject(fact, place, shop)
    const bare = op === 'given' || op === 'missing'
    if (bare || value === undefined) {
      if (bare && value !== undefined)
        yield problem(
          `${pointer}/value`,
          'VALUE_NOT_NEEDED',
          `${op} 不需要值，请删掉 value。`,
          `${op} takes no value; take it out.`,
        )
      if (!bare)
        yield problem(
          `${pointer}/value`,
          'VALUE_MISSING',
          `${op} 要有比较的值，请加上 value。`,
          `${op} needs something to compare with; add value.`,
        )
      continue
    }
    if (!about || !OPERATORS[about.type].includes(op)) continue
    const wantsList = op === 'in' || op === 'notIn'
    if (wantsList !== Array.isArray(value)) {
      yield problem(
        `${pointer}/value`,
        'VALUE_DOES_NOT_FIT',
        wantsList ? `${op} 要写一个列表，如 ["a", "b"]。` : `${op} 只能写一个值，不能写列表。`,
        wantsList ? `${op} needs a list, such as ["a", "b"].` : `${op} takes one value, not a list.`,
      )
      continue
    }
    const [zh, en, fits] = SAMPLES[about.type]
    for (const [index, one] of (Array.isArray(value) ? value : [value]).entries()) {
      const at = Array.isArray(value) ? `${pointer}/value/${index}` : `${pointer}/value`
      if (!fits(one))
        yield problem(at, 'VALUE_DOES_NOT_FIT', `「${fact}」要和${zh}比较。`, `“${fact}” is compared with ${en}.`)
      else if (about.values && op !== 'contains' && !about.values.has(String(one)))
        yield unknownValue(at, fact, String(one), about.values)
      else if (about.values && op === 'contains' && about.type === 'list' && !about.values.has(String(one)))
        yield unknownValue(at, fact, String(one), about.values)
    }
  }
}

const unknownValue = (pointer: string, fact: string, value: string, values: ReadonlySet<string>) => {
  const list = [...values].slice(0, 20)
  return problem(
    pointer,
    'UNKNOWN_VALUE',
    `「${fact}」没有「${quoted(value)}」这个值，${list.length > 0 ? `可用的有 ${list.join('、')}` : '店里还没有定义'}。`,
    `“${fact}” is never “${quoted(value)}”; ${list.length > 0 ? `it may be ${list.join(', ')}` : 'the shop has none defined'}.`,
  )
}
