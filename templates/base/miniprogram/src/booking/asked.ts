import { now } from '@/api/clock'
import { wallOf } from '@/format/date'
import { answersSoFar } from '@/kaidian/form'
import type { FormContext } from '@/kaidian/form'
import type { PublicForm, PublicService, PublicShop, Words } from '@/kaidian/booking'
import { formIn, serviceIn } from '@/shop/store'
import { typedAnswers } from './typed'
import type { Draft } from './draft'

/** Somebody who fills in the participants' form. */
export interface AskedPerson {
  /** Of `Draft.participants`. */
  readonly index: number
  /** `跑者 1`, or without a number where there is one person. */
  readonly title: Words
  /** The ticket or class of this person; null where everybody has the same. */
  readonly offering: Words | null
  readonly context: FormContext
}

/** Everything a booking asks for. */
export interface Asked {
  readonly form: PublicForm
  readonly context: FormContext
  readonly each: {
    readonly form: PublicForm
    readonly people: readonly AskedPerson[]
    /** False: the customer is not among them, only those they bring along. */
    readonly everyone: boolean
    /** Before the order's form: it asks for what is left, such as an invoice, not who the customer is. */
    readonly first: boolean
  } | null
}

interface Place {
  readonly offering?: string
}

const PARTICIPANT: Words = { 'zh-CN': '参加者', en: 'Participant' }

/** Places as they are held; of what is not held as they are chosen. */
const placesOf = ({ hold, places, people, offering }: Draft): readonly Place[] => {
  if (hold) return hold.selection.places
  const common: Place = offering ? { offering } : {}
  if (places.length > 0) return places.map((place) => (place.offering ? place : common))
  return Array.from({ length: people }, () => common)
}

const ageDayOf = (shop: PublicShop, service: PublicService, { hold, start, session }: Draft): string => {
  const started = hold?.selection.start
  return (
    service.ageOn ??
    session?.days[0] ??
    session?.day ??
    start?.day ??
    wallOf(started ? new Date(started) : now(), shop.zone).day
  )
}

const saysWho = ({ fields }: PublicForm): boolean =>
  fields.some(({ kind }) => kind === 'personName' || kind === 'phone')

/** Whether a condition of a form looks at the answers of the order. */
const readsOrder = (form: PublicForm): boolean => JSON.stringify(form.fields).includes('"fact":"order.')

const numbered = (title: Words, number: number): Words => ({
  'zh-CN': `${title['zh-CN']} ${number}`,
  ...(title.en === undefined ? {} : { en: `${title.en} ${number}` }),
})

/** What is asked of a booking; null while the shop no longer has its service. */
export const askedOf = (shop: PublicShop, draft: Draft): Asked | null => {
  const service = serviceIn(shop, draft.service)
  const form = formIn(shop, service?.form)
  if (!service || !form) return null
  const places = placesOf(draft)
  const offering = draft.hold?.selection.offering ?? draft.offering ?? places[0]?.offering
  const about: FormContext = { service: service.id, people: places.length, ageOn: ageDayOf(shop, service, draft) }
  const context: FormContext = offering === undefined ? about : { ...about, offering }

  const asked = service.participants
  const formOfEach = formIn(shop, asked?.form)
  if (!asked || !formOfEach) return { form, context, each: null }
  const order = answersSoFar(form, typedAnswers(form, draft.answers), context)
  const asking = asked.who === 'companions' ? places.slice(1) : places
  const title = asked.title ?? PARTICIPANT
  const differ = service.mode === 'registration' && service.offerings.length > 1
  const people = asking.map((place, index): AskedPerson => ({
    index,
    title: asking.length > 1 ? numbered(title, index + 1) : title,
    offering: (differ && service.offerings.find(({ id }) => id === place.offering)?.title) || null,
    context: { ...context, order, ...(place.offering === undefined ? {} : { offering: place.offering }) },
  }))
  const everyone = asked.who === 'everyone'
  const first = everyone && !saysWho(form) && !readsOrder(formOfEach)
  return { form, context, each: people.length > 0 ? { form: formOfEach, people, everyone, first } : null }
}
