import { FACTS, type Field, type Form, type Service, type Shop } from '@kaidian/schemas'
import { WEEKDAYS } from '../resolved.ts'
import { formOf, type Place } from './places.ts'

/** `presence`: only whether it was given can be asked, as of a file. */
export type FactType = 'string' | 'number' | 'date' | 'time' | 'boolean' | 'list' | 'presence'

/** What an answer to each kind of field is when it is asked about; null for what nobody answers. */
export const TYPE_OF_FIELD: Readonly<Record<Field['kind'], FactType | null>> = {
  text: 'string',
  longText: 'string',
  personName: 'string',
  phone: 'string',
  address: 'string',
  choice: 'string',
  several: 'list',
  number: 'number',
  rating: 'number',
  computed: 'number',
  date: 'date',
  time: 'time',
  consent: 'boolean',
  idDocument: 'string',
  region: 'string',
  file: 'presence',
  image: 'presence',
  signature: 'presence',
  group: 'number',
  note: null,
}

/** What a fact is where it is asked about. */
export interface Subject {
  /** Null where forms ask for it in different ways. */
  readonly type: FactType | null
  /** Null where any value will do. */
  readonly values: ReadonlySet<string> | null
  /** The fields an answer is of; none for a fact of the catalogue. */
  readonly fields: readonly Field[]
}

export type Unknown = 'UNKNOWN_FACT' | 'UNKNOWN_FIELD' | 'FACT_OUT_OF_SCOPE' | 'EACH_NEEDED' | 'BIRTH_DATE_MISSING'

export const isKnown = (found: Subject | Unknown): found is Subject => typeof found !== 'string'

const idsOf = (items: readonly { readonly id: string }[] = []): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id))

/** Fields that an age can be counted from. */
const tellsAge = (form: Form | undefined): boolean =>
  (form?.fields ?? []).some(
    ({ kind, birthDate, types }) =>
      (kind === 'date' && birthDate === true) || (kind === 'idDocument' && (!types || types.includes('idCard'))),
  )

const present = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined)

/** Services in which a form is that of each participant. */
const participantsOf = (shop: Shop, form: Form): Service[] =>
  shop.services.filter(({ participants }) => participants?.form === form.id)

/** Parts of an answer that can be asked about: `answer.document.type`. */
const PARTS: Readonly<Partial<Record<Field['kind'], readonly string[]>>> = {
  idDocument: ['type', 'number'],
  region: ['province', 'city', 'district'],
}

/** The form a participant's answers are in: where none is asked of the first, that of the order. */
const personForms = (shop: Shop, { participants, form }: Service): (Form | undefined)[] => [
  formOf(shop, participants?.form),
  ...(participants === undefined || participants.who === 'companions' ? [formOf(shop, form)] : []),
]

/** The fields that `answer.x`, `participant.x` and `order.x` are of, wherever one of that name is asked for. */
function answered(prefix: string, id: string, place: Place, shop: Shop): readonly Field[] {
  const of = (forms: readonly (Form | undefined)[]): Field[] =>
    [...new Set(present(forms))].flatMap(({ fields }) => fields.filter((field) => field.id === id))
  if (place.scope === 'form') {
    if (prefix === 'order') return of(participantsOf(shop, place.at.form).map(({ form }) => formOf(shop, form)))
    const own = place.at.siblings.filter((field) => field.id === id)
    return own.length > 0 ? own : place.at.outer.filter((field) => field.id === id)
  }
  return prefix === 'participant'
    ? of(place.services.flatMap((service) => personForms(shop, service)))
    : of(place.services.map(({ form }) => formOf(shop, form)))
}

/** What a part of an answer is: the type of a document is one of a few. */
function ofPart(found: readonly Field[], part: string): Subject | null {
  if (!found.some(({ kind }) => PARTS[kind]?.includes(part))) return null
  const types = part === 'type' ? new Set(found.flatMap(({ types: some }) => some ?? DOCUMENTS)) : null
  return { type: 'string', values: types, fields: [] }
}

const DOCUMENTS = ['idCard', 'passport', 'hkMacaoTaiwan'] as const

function ofFields(found: readonly Field[]): Subject | null {
  const types = new Set(found.map(({ kind }) => TYPE_OF_FIELD[kind]))
  types.delete(null)
  if (types.size === 0) return null
  const [type = null] = types
  const choices = found.flatMap((field) => field.choices ?? [])
  const closed = found.every((field) => field.choices !== undefined)
  return { type: types.size === 1 ? type : null, values: closed ? idsOf(choices) : null, fields: found }
}

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
    case 'session.id':
      return idsOf(shop.services.flatMap(({ series = [] }) => series))
    case 'resource.level':
      return idsOf(shop.levels)
    case 'resource.id':
      return idsOf(shop.resources)
    default:
      return null
  }
}

/** Options and add-ons: `option.length`, `addOn.care`. */
function chosen(prefix: string, id: string, shop: Shop): Subject | null {
  if (prefix === 'addOn')
    return shop.addOns?.some((addOn) => addOn.id === id) ? { type: 'number', values: null, fields: [] } : null
  const options = shop.services.flatMap(({ options: all = [] }) => all.filter((option) => option.id === id))
  return options.length === 0
    ? null
    : { type: 'string', values: idsOf(options.flatMap(({ choices }) => choices)), fields: [] }
}

function age(place: Place, shop: Shop): Subject | Unknown {
  const forms =
    place.scope === 'form' ? [place.at.form] : place.services.flatMap((service) => personForms(shop, service))
  return forms.some(tellsAge) ? { type: 'number', values: null, fields: [] } : 'BIRTH_DATE_MISSING'
}

/** What a fact is at a place, or why it cannot be asked about there. @param values what a fact of the catalogue may be */
export function lookUp(fact: string, place: Place, shop: Shop, values = valuesOf): Subject | Unknown {
  const dot = fact.indexOf('.')
  const prefix = fact.slice(0, dot)
  const id = fact.slice(dot + 1)
  const entry = FACTS.find(({ name }) => name === fact) ?? FACTS.find(({ name }) => name === `${prefix}.*`)
  if (!entry) return 'UNKNOWN_FACT'
  if (!(entry.scope as readonly string[]).includes(place.scope)) return 'FACT_OUT_OF_SCOPE'
  if (place.scope === 'form') {
    const ofParticipant = entry.name === 'order.*' || entry.name === 'participant.age'
    if (ofParticipant && participantsOf(shop, place.at.form).length === 0) return 'FACT_OUT_OF_SCOPE'
  } else if (!place.each && 'each' in entry) return 'EACH_NEEDED'
  if (entry.name === 'participant.age') return age(place, shop)
  if (entry.name === 'option.*' || entry.name === 'addOn.*') return chosen(prefix, id, shop) ?? 'UNKNOWN_FACT'
  if (entry.type === 'any') {
    const [field = '', part] = id.split('.')
    const found = answered(prefix, field, place, shop)
    return (part === undefined ? ofFields(found) : ofPart(found, part)) ?? 'UNKNOWN_FIELD'
  }
  return { type: entry.type, values: values(fact, shop), fields: [] }
}

/** Looks up facts, each once for its place: a shop may have thousands of comparisons and of things they can be about. */
export function reader(shop: Shop): (fact: string, place: Place) => Subject | Unknown {
  const known = new Map<Place, Map<string, Subject | Unknown>>()
  const lists = new Map<string, ReadonlySet<string> | null>()
  const values = (fact: string): ReadonlySet<string> | null => {
    const list = lists.get(fact)
    if (list !== undefined) return list
    const made = valuesOf(fact, shop)
    lists.set(fact, made)
    return made
  }
  return (fact, place) => {
    const here = known.get(place) ?? new Map<string, Subject | Unknown>()
    known.set(place, here)
    const found = here.get(fact) ?? lookUp(fact, place, shop, values)
    here.set(fact, found)
    return found
  }
}
