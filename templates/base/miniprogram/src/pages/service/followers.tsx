import { View } from '@tarojs/components'
import { changeDraft } from '@/booking/draft'
import type { Draft, DraftSegment } from '@/booking/draft'
import { followers, newSegment, ownOptions } from '@/booking/settled'
import { Action } from '@/components/action'
import { Chip } from '@/components/chip'
import { minutesTitle } from '@/format/date'
import { priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { PublicService, PublicShop } from '@/kaidian/booking'
import { Options } from './options'

/** With the first one, as many as are booked in a row. */
const MOST_IN_A_ROW = 5

interface FollowersProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly draft: Draft
}

/** Services that can be had right after this one, in one booking. */
export const Followers = ({ shop, service, draft }: FollowersProps) => {
  const { t, say, locale } = useTranslation()
  const offered = followers(shop, service)
  if (offered.length === 0) return null
  const set = (then: readonly DraftSegment[]) => changeDraft({ then, start: null })
  const change = (segment: DraftSegment) =>
    set(draft.then.map((each) => (each.service === segment.service ? segment : each)))
  return (
    <View className="card">
      <View className="card-title">{t.rightAfter}</View>
      {offered.map((further) => {
        const segment = draft.then.find((each) => each.service === further.id)
        const position = draft.then.findIndex((each) => each.service === further.id)
        return (
          <View key={further.id} className="follower">
            <View className="follower-head">
              <View className="grow">
                <View className="follower-title">
                  {segment ? `${position + 2}. ` : ''}
                  {say(further.title)}
                </View>
                <View className="soft figure">
                  {(further.priceTo > further.priceFrom
                    ? [t.fromBefore, priceTitle(further.priceFrom, t), t.from]
                    : [priceTitle(further.priceFrom, t)]
                  )
                    .filter(Boolean)
                    .join(' ')}{' '}
                  · {minutesTitle(further.duration, locale)}
                </View>
              </View>
              <Action
                id={`then-${further.id}`}
                kind={segment ? 'plain' : 'quiet'}
                small
                disabled={!segment && draft.then.length + 1 >= MOST_IN_A_ROW}
                onTap={() =>
                  set(
                    segment
                      ? draft.then.filter((each) => each !== segment)
                      : [...draft.then, newSegment(further, draft.options)],
                  )
                }
              >
                {segment ? t.takeAway : t.addAfter}
              </Action>
            </View>
            {segment && further.offerings.length > 1 && (
              <View className="follower-choices">
                <View className="chips">
                  {further.offerings.map((offering) => (
                    <Chip
                      key={offering.id}
                      id={`then-${further.id}-offering-${offering.id}`}
                      chosen={segment.offering === offering.id}
                      onTap={() => change({ ...segment, offering: offering.id })}
                    >
                      <View>
                        {say(offering.title)}
                        <View className="chip-price figure">{priceTitle(offering.price, t)}</View>
                      </View>
                    </Chip>
                  ))}
                </View>
              </View>
            )}
            {segment && (
              <Options
                options={ownOptions(further, service)}
                prefix={`then-${further.id}-`}
                chosen={segment.options}
                onChange={(options) => change({ ...segment, options })}
              />
            )}
          </View>
        )
      })}
    </View>
  )
}
