import { View } from '@tarojs/components'
import type { Shelf } from '@/booking/shelves'
import { minutesTitle } from '@/format/date'
import { priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { PublicShop } from '@/kaidian/booking'
import { Stepper } from './stepper'
import './add-ons.css'

interface AddOnsProps {
  /** Before the ids of the steppers, where one page has several lists. */
  readonly prefix?: string
  readonly shop: PublicShop
  readonly shelf: Shelf
  readonly chosen: Readonly<Record<string, number>>
  readonly onChange: (chosen: Readonly<Record<string, number>>) => void
}

/** What can be had beside a service or a ticket, and what always comes with it. */
export const AddOns = ({ prefix = '', shop, shelf, chosen, onChange }: AddOnsProps) => {
  const { t, say, locale } = useTranslation()
  const change = (id: string, count: number) => {
    const { [id]: _, ...rest } = chosen
    onChange(count > 0 ? { ...rest, [id]: count } : rest)
  }
  return (
    <View>
      {shop.addOns
        .filter(({ id }) => shelf.required.includes(id) || shelf.optional.includes(id))
        .map(({ id, title, price, minutes, max }) => (
          <View key={id} className="add-on">
            <View className="grow">
              <View>{say(title)}</View>
              <View className="soft figure">
                {priceTitle(price, t)}
                {minutes > 0 && ` · ${minutesTitle(minutes, locale)}`}
              </View>
            </View>
            {shelf.required.includes(id) ? (
              <View className="add-on-included">{t.alwaysIncluded}</View>
            ) : (
              <Stepper
                id={`${prefix}add-on-${id}`}
                count={chosen[id] ?? 0}
                most={max}
                of={say(title)}
                onChange={(count) => change(id, count)}
              />
            )}
          </View>
        ))}
    </View>
  )
}
