import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { now } from '@/api/clock'
import { Unfold } from '@/components/order/unfold'
import { Tap } from '@/components/tap'
import { farDayTitle, wallOf } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { Messages } from '@/i18n'
import type { EntitlementView } from '@/kaidian/booking'

type Entry = EntitlementView['entries'][number]

const KINDS: Readonly<Record<Entry['kind'], keyof Messages>> = {
  grant: 'entryGrant',
  use: 'entryUse',
  return: 'entryReturn',
  expire: 'entryExpire',
  adjust: 'entryAdjust',
}

interface PassProps {
  readonly pass: EntitlementView
  readonly zone: string
}

/** One of them, as a card: what is left in large figures, and on request every movement. */
export const Pass = ({ pass, zone }: PassProps) => {
  const { t, say, locale } = useTranslation()
  const { kind, left, expiresAt, entries } = pass
  const isOver = (expiresAt !== null && Date.parse(expiresAt) <= now().getTime()) || left === 0
  const today = wallOf(now(), zone).day
  const dayOf = (instant: string): string => farDayTitle(wallOf(new Date(instant), zone).day, today, locale)
  const amount = (units: number): string => (kind === 'storedValue' ? yuan(units) : t.uses(units))
  const signed = (units: number): string => `${units < 0 ? '−' : '+'}${amount(Math.abs(units))}`

  const entry = (one: Entry, at: number) => {
    const order = one.order
    return (
      <Tap
        key={at}
        role={order ? 'link' : 'button'}
        disabled={!order}
        className="pass-entry"
        onTap={() => order && Taro.navigateTo({ url: `/pages/order/index?id=${order}` })}
      >
        <View className="grow">
          <View>{t[KINDS[one.kind]] as string}</View>
          <View className="soft figure">{dayOf(one.at)}</View>
        </View>
        {kind !== 'membership' && <View className="figure">{signed(one.units)}</View>}
      </Tap>
    )
  }

  return (
    <View id={`pass-card-${pass.id}`} className={`card ${isOver ? 'pass-card-over' : ''}`}>
      <View className="pass-head">
        <View className="grow">
          <View className="pass-name">{say(pass.title)}</View>
          <View className="soft figure">
            {expiresAt ? (isOver ? t.expiredOn(dayOf(expiresAt)) : t.goodUntil(dayOf(expiresAt))) : t.noExpiry}
          </View>
        </View>
        {left !== null && (
          <View className="pass-left">
            <View id={`pass-left-${pass.id}`} className="pass-number figure">
              {kind === 'storedValue' ? yuan(left) : left}
            </View>
            <View className="soft">{kind === 'storedValue' ? t.balanceLeft : t.timesLeft}</View>
          </View>
        )}
      </View>
      {entries.length > 0 && (
        <Unfold id={`pass-entries-${pass.id}`} more={t.passEntries} less={t.hidePassEntries}>
          {entries.map(entry)}
        </Unfold>
      )}
    </View>
  )
}
