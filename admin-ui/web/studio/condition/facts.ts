import { FACTS } from '@kaidian/schemas'
import type { Language } from '../../common/i18n.ts'
import { listOf, recordOf, stringOf, valueAt } from '../draft/document.ts'
import { shownText } from '../draft/words.ts'

/** How a fact is compared: which operators make sense, and how its value is filled in. */
export type FactKind = 'choice' | 'several' | 'money' | 'number' | 'minutes' | 'date' | 'time' | 'yesNo' | 'text'

export interface FactOption {
  readonly name: string
  readonly label: string
  readonly kind: FactKind
  /** For a choice: its values. */
  readonly values: readonly { readonly value: string; readonly label: string }[]
}

export const OPERATORS: Readonly<Record<FactKind, readonly string[]>> = {
  choice: ['in', 'notIn', 'given', 'missing'],
  several: ['contains', 'given', 'missing'],
  money: ['gte', 'gt', 'lte', 'lt', 'eq'],
  number: ['eq', 'gte', 'gt', 'lte', 'lt', 'ne'],
  minutes: ['gte', 'gt', 'lte', 'lt', 'eq'],
  date: ['eq', 'gte', 'lte'],
  time: ['gte', 'lt', 'lte', 'gt'],
  yesNo: ['eq'],
  text: ['given', 'missing', 'eq', 'ne'],
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WEEKDAY_NAMES = { 'zh-CN': '周一 周二 周三 周四 周五 周六 周日', en: 'Mon Tue Wed Thu Fri Sat Sun' }

const OF_FIELD: Readonly<Record<string, FactKind>> = {
  choice: 'choice',
  several: 'several',
  number: 'number',
  rating: 'number',
  date: 'date',
  time: 'time',
  consent: 'yesNo',
}

const titled = (list: unknown, language: Language, property = 'title') =>
  listOf(list).map((entry) => {
    const record = recordOf(entry)
    return { value: stringOf(record['id']), label: shownText(record[property], language, stringOf(record['id'])) }
  })

const answers = (fields: readonly unknown[], language: Language): FactOption[] =>
  fields.flatMap((field) => {
    const record = recordOf(field)
    const id = stringOf(record['id'])
    if (id === '' || record['kind'] === 'note') return []
    return [
      {
        name: `answer.${id}`,
        label: shownText(record['label'], language, id),
        kind: OF_FIELD[stringOf(record['kind'])] ?? 'text',
        values: titled(record['choices'], language),
      },
    ]
  })

/** Facts a field of a form may be shown by: the answers of the fields before it. */
export const fieldFacts = (document: unknown, form: string, field: number, language: Language): FactOption[] =>
  answers(listOf(valueAt(document, `${form}/fields`)).slice(0, field), language)

/** Sums are known from a later phase on; facts of one participant need a rule for each. */
function isKnown({ name, ...fact }: (typeof FACTS)[number], phase: 'surcharge' | 'discount'): boolean {
  if (name.endsWith('*') || 'each' in fact || name === 'amount.afterDiscounts') return false
  return phase === 'discount' || name !== 'amount.beforeDiscounts'
}

const takesSeveral = (document: unknown): boolean =>
  listOf(valueAt(document, '/services')).some((service) => {
    const { mode, people } = recordOf(service)
    return mode !== 'appointment' || Number(recordOf(people)['max'] ?? 1) > 1
  })

/**
 * Facts a fee rule may look at: those of the catalogue that can differ in this shop, and the answers of every form.
 */
export function feeFacts(document: unknown, language: Language, phase: 'surcharge' | 'discount'): FactOption[] {
  const values: Readonly<Record<string, FactOption['values']>> = {
    'service.id': titled(valueAt(document, '/services'), language),
    'offering.id': listOf(valueAt(document, '/services'))
      .flatMap((service) => titled(recordOf(service)['offerings'], language))
      .filter((option, index, all) => all.findIndex(({ value }) => value === option.value) === index),
    'resource.level': titled(valueAt(document, '/levels'), language),
    'resource.id': titled(valueAt(document, '/resources'), language, 'name'),
    'session.id': listOf(valueAt(document, '/services')).flatMap((service) =>
      titled(recordOf(service)['series'], language),
    ),
    'coupon.code': listOf(valueAt(document, '/fees')).flatMap((fee) => {
      const code = stringOf(recordOf(fee)['code'])
      return code === '' ? [] : [{ value: code, label: code }]
    }),
    'start.weekday': WEEKDAYS.map((value, index) => ({
      value,
      label: WEEKDAY_NAMES[language].split(' ')[index] ?? value,
    })),
    'customer.membership': titled(valueAt(document, '/memberships'), language),
  }
  const catalogue = FACTS.filter((fact) => isKnown(fact, phase)).map(({ name, type, ...fact }): FactOption => ({
    name,
    label: (language === 'en' ? fact['x-en'].title : fact.title).replace(/ ?[(\uFF08].*[)\uFF09]$/, ''),
    kind: name.startsWith('amount.')
      ? 'money'
      : name.endsWith('Minutes')
        ? 'minutes'
        : type === 'string'
          ? 'choice'
          : type === 'any'
            ? 'text'
            : type,
    values: values[name] ?? [],
  }))
  const several = takesSeveral(document)
  const offered = catalogue.filter(
    ({ name, kind, values: list }) => (kind !== 'choice' || list.length > 0) && (several || name !== 'booking.people'),
  )
  const fields = listOf(valueAt(document, '/forms')).flatMap((form) => [...listOf(recordOf(form)['fields'])])
  const seen = new Set<string>()
  return [...offered, ...answers(fields, language).filter(({ name }) => !seen.has(name) && seen.add(name))]
}

/** Value a new comparison starts from. */
export function firstValue({ name, kind, values }: FactOption, op: string): unknown {
  if (op === 'given' || op === 'missing') return undefined
  switch (kind) {
    case 'choice':
      return values[0] ? [values[0].value] : []
    case 'several':
      return values[0]?.value ?? ''
    case 'money':
      return 10_000
    case 'number':
      // Fewer than none never are, nor people than one.
      return name === 'booking.people' ? 2 : op === 'lt' ? 1 : 0
    case 'minutes':
      return 60
    case 'date':
      return new Date().toISOString().slice(0, 10)
    case 'time':
      return '18:00'
    case 'yesNo':
      return true
    case 'text':
      return ''
  }
}
