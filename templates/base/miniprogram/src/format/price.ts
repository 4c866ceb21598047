import type { Messages } from '@/i18n'
import type { PublicOffering, PublicService } from '@/kaidian/booking'
import { yuan } from './money'

type Unit = Pick<PublicOffering, 'per' | 'unitMinutes'>

/** `/ 小时 / 人`; empty for a price of the whole booking, and of a service for one person it is not said. */
export const unitTitle = ({ people }: PublicService, { per, unitMinutes }: Unit, t: Messages): string => {
  const time = per === 'time' || per === 'personTime' ? t.perTime(unitMinutes) : ''
  const person = (per === 'person' || per === 'personTime') && people.max > 1 ? t.perPerson : ''
  return [time, person].filter(Boolean).join(' ')
}

/** `¥88`, or in a word that nothing is charged. */
export const priceTitle = (fen: number, t: Messages): string => (fen === 0 ? t.noCharge : yuan(fen))

/** Whether an offering has no price of its own: rules make it, by the hour of the day or the kind of car. */
export const isPricedByRules = ({ priceTo }: PublicService, offering: PublicOffering | undefined): boolean =>
  offering?.price === 0 && priceTo > 0

/** The unit that all offerings of a service are priced by; null where they differ. */
export const commonUnit = ({ offerings }: PublicService): Unit | null => {
  const [first] = offerings
  const same = offerings.every(({ per, unitMinutes }) => per === first?.per && unitMinutes === first.unitMinutes)
  return first && same ? first : null
}
