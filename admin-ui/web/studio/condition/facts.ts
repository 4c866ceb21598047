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
  computed: 'number',
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

const answers = (
  fields: readonly unknown[],
  language: Language,
  prefix: 'answer' | 'participant' | 'order' = 'answer',
): FactOption[] =>
  fields.flatMap((field) => {
    const record = recordOf(field)
    const id = stringOf(record['id'])
    if (id === '' || record['kind'] === 'note') return []
    return [
      {
        name: `${prefix}.${id}`,
        label: `${PREFIXES[prefix][language]}${shownText(record['label'], language, id)}`,
        kind: OF_FIELD[stringOf(record['kind'])] ?? 'text',
        values: titled(record['choices'], language),
      },
    ]
  })

const PREFIXES = {
  answer: { 'zh-CN': '', en: '' },
  participant: { 'zh-CN': '参加者：', en: 'Participant: ' },
  order: { 'zh-CN': '订单：', en: 'Order: ' },
} as const

/** Facts a field of a form may be shown by: the answers of the fields before it. */
export function fieldFacts(document: unknown, form: string, field: number, language: Language): FactOption[] {
  const before = answers(listOf(valueAt(document, `${form}/fields`)).slice(0, field), language)
  const id = recordOf(valueAt(document, form))['id']
  const askedBy = listOf(valueAt(document, '/services')).filter(
    (service) => recordOf(recordOf(service)['participants'])['form'] === id,
  )
  if (id === undefined || askedBy.length === 0) return before
  // In a participant's form the order's answers are known, and the participant's age.
  const orders = new Set(askedBy.map((service) => recordOf(service)['form']))
  const fields = formsOf(document, orders).flatMap((one) => [...listOf(recordOf(one)['fields'])])
  return [
    ...before,
    ...catalogueOf(document, language, ({ name }) => name === 'participant.age'),
    ...once(answers(fields, language, 'order')),
  ]
}

const formsOf = (document: unknown, ids: ReadonlySet<unknown>): readonly unknown[] =>
  listOf(valueAt(document, '/forms')).filter((form) => ids.has(recordOf(form)['id']))

const once = (options: readonly FactOption[]): FactOption[] => {
  const seen = new Set<string>()
  return options.filter(({ name }) => !seen.has(name) && seen.add(name))
}

/** Phase of a fee rule; `eligibility` asks before there is any price. */
export type AskedIn = 'base' | 'surcharge' | 'discount' | 'coupon' | 'rounding' | 'eligibility'

export interface Asking {
  /** Looked at for each participant. */
  readonly each?: boolean
  /** Pointer of the service that asks; the whole shop when left out. */
  readonly service?: string
}

/** Sums are known from a later phase on; facts of one participant need a rule for each. */
function isKnown({ name, ...fact }: (typeof FACTS)[number], phase: AskedIn, each: boolean): boolean {
  if (name.endsWith('*') || ('each' in fact && !each)) return false
  const isLate = phase === 'coupon' || phase === 'rounding'
  if (name === 'amount.afterDiscounts') return isLate
  return name !== 'amount.beforeDiscounts' || phase === 'discount' || isLate
}

const takesSeveral = (document: unknown): boolean =>
  listOf(valueAt(document, '/services')).some((service) => {
    const { mode, people } = recordOf(service)
    return mode !== 'appointment' || Number(recordOf(people)['max'] ?? 1) > 1
  })

/**
 * Facts a fee rule may look at: those of the catalogue that can differ in this shop, and the answers of every form.
 */
export function feeFacts(
  document: unknown,
  language: Language,
  phase: AskedIn,
  { each = false, service }: Asking = {},
): FactOption[] {
  const several = takesSeveral(document)
  const services = service === undefined ? listOf(valueAt(document, '/services')) : [valueAt(document, service)]
  const offered = catalogueOf(document, language, (fact) => isKnown(fact, phase, each)).filter(
    ({ name, kind, values: list }) => (kind !== 'choice' || list.length > 0) && (several || name !== 'booking.people'),
  )
  const fieldsIn = (ids: ReadonlySet<unknown>) =>
    formsOf(document, ids).flatMap((form) => [...listOf(recordOf(form)['fields'])])
  const forms = new Set(services.map((one) => recordOf(one)['form']))
  const participants = new Set(services.map((one) => recordOf(recordOf(one)['participants'])['form']))
  return once([
    ...offered,
    ...(each ? answers(fieldsIn(participants), language, 'participant') : []),
    ...answers(fieldsIn(forms), language),
    ...chosenFacts(services, document, language),
  ])
}

/** What was chosen of the options, and how many of each add-on. */
function chosenFacts(services: readonly unknown[], document: unknown, language: Language): FactOption[] {
  const options = services.flatMap((service) => [...listOf(recordOf(service)['options'])])
  return [
    ...options.map((option): FactOption => {
      const { id, title, choices } = recordOf(option)
      return {
        name: `option.${stringOf(id)}`,
        label: shownText(title, language, stringOf(id)),
        kind: 'choice',
        values: titled(choices, language),
      }
    }),
    ...titled(valueAt(document, '/addOns'), language).map(({ value, label }): FactOption => ({
      name: `addOn.${value}`,
      label,
      kind: 'number',
      values: [],
    })),
  ]
}

function catalogueOf(
  document: unknown,
  language: Language,
  wanted: (fact: (typeof FACTS)[number]) => boolean,
): FactOption[] {
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
  return FACTS.filter(wanted).map(({ name, type, ...fact }): FactOption => ({
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
      if (name === 'participant.age') return 18
      return name === 'booking.people' ? 2 : name === 'place.index' || op === 'lt' ? 1 : 0
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
