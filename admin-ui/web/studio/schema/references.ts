import type { Language } from '../../common/i18n.ts'
import { listOf, recordOf, stringOf, valueAt } from '../draft/document.ts'
import { shownText } from '../draft/words.ts'
import type { ChoiceOption } from '../fields/choice-field.tsx'

const titled = (list: unknown, language: Language, property = 'title'): ChoiceOption[] =>
  listOf(list).map((entry) => {
    const record = recordOf(entry)
    const id = stringOf(record['id'])
    return { value: id, label: shownText(record[property], language, id) }
  })

/** Lists of the shop that an identifier may come from, by where it stands. */
const LISTS: readonly (readonly [place: RegExp, list: string, property?: string])[] = [
  [/\/category$/, '/categories'],
  [/^\/services\/\d+\/(form|feedback|invoice|participants\/form)$/, '/forms'],
  [/\/(addOns|requiredAddOns)$/, '/addOns'],
  [/^\/(fees|entitlements)\/\d+\/services$/, '/services'],
  [/^\/services\/\d+\/offerings\/\d+\/level$|^\/resources\/\d+\/level$/, '/levels'],
  [/\/grants$/, '/entitlements'],
  [/^\/entitlements\/\d+\/membership$/, '/memberships'],
  [/\/series\/\d+\/resources$|\/rooms\/\d+\/resource$/, '/resources', 'name'],
]

/** Lists of the service something belongs to. */
const OF_SERVICE: readonly (readonly [place: RegExp, list: string])[] = [
  [/\/offerings\/\d+\/quotas$/, 'quotas'],
  [/\/series\/\d+\/offerings$/, 'offerings'],
]

type Test = (kind: string) => boolean
const anyField: Test = (kind) => kind !== 'note'

/** Fields of the same form, or of the fields around a group, that a property names. */
const OF_FORM: readonly (readonly [place: RegExp, fits: Test])[] = [
  [/\/readFrom$/, (kind) => kind === 'idDocument'],
  [/\/compute\/of$/, anyField],
]

/** What an identifier at a pointer may be; null where it is none that is chosen. */
export function referencesAt(document: unknown, pointer: string, language: Language): ChoiceOption[] | null {
  const list = LISTS.find(([place]) => place.test(pointer))
  if (list) return titled(valueAt(document, list[1]), language, list[2])
  const own = OF_SERVICE.find(([place]) => place.test(pointer))
  const service = /^\/services\/\d+/.exec(pointer)?.[0]
  if (own && service !== undefined) return titled(valueAt(document, `${service}/${own[1]}`), language)
  const form = /^\/forms\/\d+/.exec(pointer)?.[0]
  if (form !== undefined && pointer.endsWith('/page')) return titled(valueAt(document, `${form}/pages`), language)
  const ofForm = OF_FORM.find(([place]) => place.test(pointer))
  if (ofForm) {
    const fields = valueAt(document, /^(.*\/fields)\/\d+\//.exec(pointer)?.[1] ?? '')
    return titled(
      listOf(fields).filter((field) => ofForm[1](stringOf(recordOf(field)['kind']))),
      language,
      'label',
    )
  }
  if (service !== undefined && /\/eligibility\/\d+\/field$/.test(pointer)) return fieldsOf(document, service, language)
  if (/\/limits\/\d+\/per$/.test(pointer)) return countedFor(document, service, language)
  return null
}

const formFields = (document: unknown, id: unknown): readonly unknown[] =>
  listOf(recordOf(listOf(valueAt(document, '/forms')).find((form) => recordOf(form)['id'] === id))['fields'])

/** Fields of a service's own form and of its participants' form. */
function fieldsOf(document: unknown, service: string, language: Language): ChoiceOption[] {
  const { form, participants } = recordOf(valueAt(document, service))
  const all = [...formFields(document, form), ...formFields(document, recordOf(participants)['form'])]
  const options = titled(
    all.filter((field) => anyField(stringOf(recordOf(field)['kind']))),
    language,
    'label',
  )
  return options.filter(({ value }, index) => options.findIndex((one) => one.value === value) === index)
}

/** Whom a limit counts for: the customer, or whoever gives the same answer. */
function countedFor(document: unknown, service: string | undefined, language: Language): ChoiceOption[] {
  const services = service === undefined ? listOf(valueAt(document, '/services')) : [valueAt(document, service)]
  const fields = (property: 'answer' | 'participant') =>
    services.flatMap((entry) => {
      const { form, participants } = recordOf(entry)
      const id = property === 'answer' ? form : recordOf(participants)['form']
      return titled(formFields(document, id), language, 'label').map(({ value, label }) => ({
        value: `${property}.${value}`,
        label: `${PARTS[property][language]}: ${label}`,
      }))
    })
  const all = [{ value: 'customer', label: PARTS.customer[language] }, ...fields('answer'), ...fields('participant')]
  return all.filter(({ value }, index) => all.findIndex((one) => one.value === value) === index)
}

const PARTS = {
  customer: { 'zh-CN': '每位顾客', en: 'Each customer' },
  answer: { 'zh-CN': '登记', en: 'Form' },
  participant: { 'zh-CN': '参加者', en: 'Participant' },
} as const
