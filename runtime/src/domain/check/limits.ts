import type { Field, Limit, Service, Shop } from '@kaidian/schemas'
import { problem, type Rule } from './finding.ts'
import { formOf, policies } from './places.ts'
import { party } from './possible.ts'

interface PlacedLimit {
  readonly limit: Limit
  readonly pointer: string
  readonly services: readonly Service[]
}

function* limits(shop: Shop): Generator<PlacedLimit> {
  for (const { given, pointer, services } of policies(shop, 'booking'))
    for (const [index, limit] of (given.limits ?? []).entries())
      yield { limit, pointer: `${pointer}/limits/${index}`, services }
}

const asks = (shop: Shop, form: string | undefined, fits: (field: Field) => boolean): boolean =>
  formOf(shop, form)?.fields.some(fits) ?? false

export const limitsCountWhatIsAsked: Rule = function* (shop) {
  for (const { limit, pointer, services } of limits(shop))
    for (const [index, by] of limit.per.entries()) {
      const [whose = '', id] = by.split('.')
      if (id === undefined || services.length === 0) continue
      const asked = services.some(({ form, participants }) =>
        asks(shop, whose === 'answer' ? form : participants?.form, (field) => field.id === id),
      )
      if (!asked)
        yield problem(
          `${pointer}/per/${index}`,
          'UNKNOWN_FIELD',
          `${whose === 'answer' ? '登记表' : '参加者的表'}里没有「${id}」，没法按它数。请加上这个字段，或改成已有的。`,
          `${whose === 'answer' ? 'The form' : 'The form of a participant'} has no field “${id}” to count by. Add it, or name one that is there.`,
        )
    }
}

export const limitsOfSessionsHaveSessions: Rule = function* (shop) {
  for (const { limit, pointer, services } of limits(shop))
    if (limit.within === 'session' && services.length > 0 && !services.some(({ mode }) => mode === 'session'))
      yield problem(
        `${pointer}/within`,
        'NO_SESSIONS',
        '按同一场数，可这里没有按场次卖的服务。请改成 day、week、month 或 ever。',
        'It counts within one session, but no service here has sessions. Make it day, week, month or ever.',
      )
}

export const limitsAllowOneOrder: Rule = function* (shop) {
  for (const { limit, pointer, services } of limits(shop)) {
    if (limit.count !== 'places' || services.length === 0) continue
    const least = Math.min(...services.map((service) => party(service).min))
    if (limit.max < least && !limit.per.some((by) => by.startsWith('participant.')))
      yield problem(
        `${pointer}/max`,
        'LIMIT_BELOW_PARTY',
        `最多 ${limit.max} 个名额，可一单至少 ${least} 人，谁也报不上。请加大。`,
        `At most ${limit.max} places, but an order has at least ${least} people: nobody could book. Raise it.`,
      )
  }
}

export const sharedLimitsAgree: Rule = function* (shop) {
  const first = new Map<string, Limit>()
  const key = ({ per, count = 'orders', within = 'ever' }: Limit): string => [...per, count, within].join(' ')
  for (const { limit, pointer } of limits(shop)) {
    const other = first.get(limit.id)
    if (!other) first.set(limit.id, limit)
    else if (key(other) !== key(limit))
      yield problem(
        `${pointer}/id`,
        'LIMITS_DISAGREE',
        `另一处也叫「${limit.id}」，会合在一起数，可数法不一样。请把 per、count、within 写成一样，或换一个标识。`,
        `Another limit is called “${limit.id}” too and is counted together with this one, but in another way. Make per, count and within the same, or choose another identifier.`,
      )
  }
}

export const noShowsByPhoneHaveAPhone: Rule = function* (shop) {
  for (const { given, pointer, services } of policies(shop, 'noShow')) {
    if (given.by !== 'phone' || services.length === 0) continue
    const without = services.find(({ form }) => !asks(shop, form, ({ kind }) => kind === 'phone'))
    if (without)
      yield problem(
        `${pointer}/by`,
        'PHONE_MISSING',
        `未到按手机号记，可登记表「${without.form}」不问手机号。请加一个 phone 字段，或改成 customer。`,
        `No-shows are counted by phone, but the form “${without.form}” asks for none. Add a phone field, or make it customer.`,
      )
  }
}
