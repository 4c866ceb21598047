import { FACTS } from '@kaidian/schemas'
import { comparisons } from '../condition.ts'
import { isDay } from '../time.ts'
import { type FactType, isKnown, lookUp, reader, type Subject, type Unknown } from './facts.ts'
import { problem, quoted, type Rule } from './finding.ts'
import { asked, conditions, numbers, type Place } from './places.ts'

type Comparison = ReturnType<typeof comparisons>[number]['comparison']
type Operator = Comparison['op']

const SAME: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', 'given', 'missing']
const ORDER: readonly Operator[] = ['lt', 'lte', 'gt', 'gte']

/** Which comparisons fit a fact of each type. */
export const OPERATORS: Readonly<Record<FactType, readonly Operator[]>> = {
  string: [...SAME, 'contains'],
  number: [...SAME, ...ORDER],
  date: [...SAME, ...ORDER],
  time: [...SAME, ...ORDER],
  boolean: ['eq', 'ne', 'given', 'missing'],
  list: ['contains', 'given', 'missing'],
  presence: ['given', 'missing'],
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
  presence: ['任何值', 'nothing', () => false],
}

/** Every comparison of the shop with what its fact is; those whose fact is not known there are left to `factsAreKnown`. */
function* everywhere(shop: Parameters<Rule>[0]) {
  const read = reader(shop)
  for (const { condition, pointer, place } of conditions(shop))
    for (const { comparison, pointer: inside } of comparisons(condition)) {
      const found = read(comparison.fact, place)
      yield { comparison, pointer: pointer + inside, about: isKnown(found) && found.type ? found : null }
    }
}

function notKnown(code: Unknown, fact: string, place: Place): readonly [zh: string, en: string] {
  const id = quoted(fact.slice(fact.indexOf('.') + 1))
  switch (code) {
    case 'UNKNOWN_FIELD':
      return place.scope === 'form'
        ? [
            `这张登记表里没有能回答的字段「${id}」，请改成已有的字段。`,
            `This form has no field “${id}” to answer; name one that is there.`,
          ]
        : [
            `相关服务的登记表都不问「${id}」，请加上这个字段，或改成已有的。`,
            `No form of the services concerned asks for “${id}”; add the field, or name one that is there.`,
          ]
    case 'FACT_OUT_OF_SCOPE':
      return place.scope === 'form'
        ? [
            `登记表的条件用不到「${quoted(fact)}」。请改用回答（answer.字段）、人数或所选的服务；order.字段和 participant.age 只用在参加者的表里。`,
            `Conditions of a form cannot ask about “${quoted(fact)}”. Use answers (answer.<field>), the number of people or what was chosen; order.<field> and participant.age belong in a participant’s form.`,
          ]
        : [`「${quoted(fact)}」在这里用不到，请换一个事实。`, `“${quoted(fact)}” is not known here; use another fact.`]
    case 'EACH_NEEDED':
      return [
        `「${quoted(fact)}」说的是一位参加者，只在逐人计算时知道。请加上 "each": true。`,
        `“${quoted(fact)}” is about one participant and known only where each is looked at. Add "each": true.`,
      ]
    case 'BIRTH_DATE_MISSING':
      return [
        '没有登记表问出生日期，算不出年龄。请加一个 birthDate 为 true 的日期字段，或一个身份证字段。',
        'No form asks for a birth date, so there is no age. Add a date field with birthDate true, or an ID card.',
      ]
    case 'UNKNOWN_FACT':
      return [
        `没有「${quoted(fact)}」这个事实，可用的有 ${FACTS.map(({ name }) => name).join('、')}。`,
        `There is no fact “${quoted(fact)}”; known are ${FACTS.map(({ name }) => name).join(', ')}.`,
      ]
  }
}

/** Tells of the facts that cannot be asked about where they are, for one of the reasons given. */
const unknown = (...codes: readonly Unknown[]): Rule =>
  function* (shop) {
    const read = reader(shop)
    for (const { fact, pointer, place } of asked(shop)) {
      const found = read(fact, place)
      if (!isKnown(found) && codes.includes(found)) yield problem(pointer, found, ...notKnown(found, fact, place))
    }
  }

export const factsAreKnown = unknown('UNKNOWN_FACT', 'UNKNOWN_FIELD', 'FACT_OUT_OF_SCOPE')
export const factsOfOneNeedEach = unknown('EACH_NEEDED')
export const agesCanBeTold = unknown('BIRTH_DATE_MISSING')

const PHASES = ['base', 'surcharge', 'discount', 'coupon', 'rounding']
/** The first phase that knows a sum. */
const KNOWN_FROM: Readonly<Record<string, string>> = {
  'amount.beforeDiscounts': 'discount',
  'amount.afterDiscounts': 'coupon',
}

export const factsAreKnownInTime: Rule = function* (shop) {
  for (const { fact, pointer, place } of asked(shop)) {
    if (place.scope === 'fee') {
      const from = KNOWN_FROM[fact]
      if (from !== undefined && PHASES.indexOf(place.rule.phase) < PHASES.indexOf(from))
        yield problem(
          pointer,
          'FACT_OUT_OF_SCOPE',
          `${place.rule.phase} 阶段还不知道「${fact}」，它从 ${from} 阶段起才有。请换一个事实，或把规则移到后面的阶段。`,
          `The phase ${place.rule.phase} does not know “${fact}” yet: it is there from ${from} on. Use another fact, or move the rule to a later phase.`,
        )
    } else if (place.scope === 'form' && fact.startsWith('answer.')) {
      const at = place.at.siblings.findIndex(({ id }) => `answer.${id}` === fact)
      const shown = place.rule === 'visibleWhen'
      if (at >= 0 && (shown ? at >= place.at.index : at === place.at.index))
        yield problem(
          pointer,
          'FIELD_NOT_EARLIER',
          shown ? '是否显示只能看排在前面的字段。请把那个字段移到前面。' : '字段是否必填不能看它自己。请换一个字段。',
          shown
            ? 'Whether a field is shown may only depend on fields before it; move that field up.'
            : 'Whether a field is required cannot depend on itself; name another.',
        )
    }
  }
}

export const operatorsFit: Rule = function* (shop) {
  for (const { comparison, pointer, about } of everywhere(shop))
    if (about?.type && !OPERATORS[about.type].includes(comparison.op))
      yield problem(
        `${pointer}/op`,
        'OPERATOR_DOES_NOT_FIT',
        `「${comparison.fact}」不能用 ${comparison.op} 比较，可以用 ${OPERATORS[about.type].join('、')}。`,
        `“${comparison.fact}” cannot be compared by ${comparison.op}; use ${OPERATORS[about.type].join(', ')}.`,
      )
}

export const countsAreNumbers: Rule = function* (shop) {
  for (const { fact, pointer, place } of numbers(shop)) {
    const found = lookUp(fact, place, shop)
    if (isKnown(found) && found.type !== 'number')
      yield problem(
        pointer,
        'NOT_A_NUMBER',
        `「${quoted(fact)}」不是数字，没法按它计算。请换成数字的事实，如 booking.people 或数字字段的回答。`,
        `“${quoted(fact)}” is not a number, so nothing can be worked out by it. Name one that is, such as booking.people or the answer of a number field.`,
      )
  }
}

export const valuesFit: Rule = function* (shop) {
  for (const { comparison, pointer, about } of everywhere(shop)) {
    const { op, value } = comparison
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
    if (!about?.type || !OPERATORS[about.type].includes(op)) continue
    const wantsList = op === 'in' || op === 'notIn'
    if (wantsList !== Array.isArray(value))
      yield problem(
        `${pointer}/value`,
        'VALUE_DOES_NOT_FIT',
        wantsList ? `${op} 要写一个列表，如 ["a", "b"]。` : `${op} 只能写一个值，不能写列表。`,
        wantsList ? `${op} needs a list, such as ["a", "b"].` : `${op} takes one value, not a list.`,
      )
    else yield* eachValueFits(about, about.type, comparison, `${pointer}/value`)
  }
}

function* eachValueFits(about: Subject, type: FactType, { fact, op, value }: Comparison, pointer: string) {
  const [zh, en, fits] = SAMPLES[type]
  const closed = op !== 'contains' || type === 'list' ? about.values : null
  for (const [index, one] of (Array.isArray(value) ? value : [value]).entries()) {
    const at = Array.isArray(value) ? `${pointer}/${index}` : pointer
    if (!fits(one))
      yield problem(at, 'VALUE_DOES_NOT_FIT', `「${fact}」要和${zh}比较。`, `“${fact}” is compared with ${en}.`)
    else if (closed && !closed.has(String(one))) {
      const list = [...closed].slice(0, 20)
      yield problem(
        at,
        'UNKNOWN_VALUE',
        `「${fact}」没有「${quoted(String(one))}」这个值，${list.length > 0 ? `可用的有 ${list.join('、')}` : '店里还没有定义'}。`,
        `“${fact}” is never “${quoted(String(one))}”; ${list.length > 0 ? `it may be ${list.join(', ')}` : 'the shop has none defined'}.`,
      )
    }
  }
}
