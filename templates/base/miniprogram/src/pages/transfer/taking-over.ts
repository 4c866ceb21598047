import { useState } from 'react'
import type { Answers } from '@/api/calls'
import type { Draft } from '@/booking/draft'
import { serviceIn } from '@/shop/store'
import { keep, recall } from '@/storage'
import type { PublicShop, TransferPreview } from '@/kaidian/booking'

interface Filled {
  readonly answers: Answers
  readonly participants: readonly Answers[]
}

const NOTHING: Filled = { answers: {}, participants: [] }

export interface FillingIn extends Filled {
  readonly answerOrder: (answers: Answers) => void
  readonly answerPerson: (index: number, answers: Answers) => void
  readonly forget: () => void
}

/** What whoever takes an order over fills in; kept under its code through an interruption. */
export const useFillingIn = (code: string): FillingIn => {
  const name = `transfer:${code}`
  const [filled, setFilled] = useState<Filled>(() => recall<Filled>(name) ?? NOTHING)
  const save = (next: Filled) => {
    setFilled(next)
    keep(name, next)
  }
  return {
    ...filled,
    answerOrder: (answers) => save({ ...filled, answers }),
    answerPerson: (index, answers) => {
      const length = Math.max(filled.participants.length, index + 1)
      const participants = Array.from({ length }, (_, at) => (at === index ? answers : (filled.participants[at] ?? {})))
      save({ ...filled, participants })
    },
    forget: () => keep(name, null),
  }
}

/** The order that is taken over, as the forms look at a booking; null where the shop no longer has its service. */
export const draftFor = (shop: PublicShop, offer: TransferPreview, { answers, participants }: Filled): Draft | null => {
  const { service, offerings, day } = offer
  const known = serviceIn(shop, service)
  if (!known) return null
  return {
    mode: known.mode,
    service,
    offering: offerings[0] ?? null,
    options: {},
    addOns: {},
    resources: {},
    people: offerings.length,
    duration: null,
    places: offerings.map((offering) => ({ offering, addOns: {} })),
    then: [],
    start: day ? { start: '', day, time: '' } : null,
    session: null,
    hold: null,
    answers,
    participants,
    coupon: null,
    plan: null,
    entitlements: [],
    waitlist: false,
  }
}
