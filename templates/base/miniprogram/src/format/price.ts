import type { Messages } from '@/i18n'
import type { PublicOffering, PublicService } from '@/kaidian/booking'
import { yuan } from './money'

type Unit = Pick<PublicOffering, 'per' | 'unitMinutes'>

/** `/ 小时 / 人`; empty for a price of the whole booking. */
export const unitTitle = ({ per, unitMinutes }: Unit, t: Messages): string => {
  const time = per === 'time' || per === 'personTime' ? t.perTime(unitMinutes) : ''
  const person = per === 'person' || per === 'personTime' ? t.perPerson : ''
  return [time, person].filter(Boolean).join(' ')
}

/** `¥88`, or in a word that nothing is charged. */
export const priceTitle = (fen: number, t: Messages): string => (fen === 0 ? t.noCharge : yuan(fen))

/** The unit that all offerings of a service are priced by; null where they differ. */
export const commonUnit = ({ offerings }: PublicService): Unit | null => {
  const [first] = offerings
  const same = offerings.every(({ per, unitMinutes }) => per === first?.per && unitMinutes === first.unitMinutes)
  return first && same ? first : null
}
