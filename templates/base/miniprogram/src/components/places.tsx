import { View } from '@tarojs/components'
import type { DraftPlace } from '@/booking/draft'
import { offeringIn } from '@/booking/price'
import { onShelf, shelfOfPlace } from '@/booking/shelves'
import { useTranslation } from '@/i18n'
import type { PublicService, PublicShop } from '@/kaidian/booking'
import { AddOns } from './add-ons'
import './places.css'

interface PlacesProps {
  readonly shop: PublicShop
  readonly service: PublicService
  /** The offering of places that name none. */
  readonly offering: string | null
  readonly places: readonly DraftPlace[]
  readonly onChange: (places: readonly DraftPlace[]) => void
}

/** What each person may have beside their place; nothing where there is nothing to choose. */
export const Places = ({ shop, service, offering, places, onChange }: PlacesProps) => {
  const { t, say } = useTranslation()
  const rows = places.flatMap((place, at) => {
    const of = offeringIn(service, place.offering ?? offering)
    const shelf = shelfOfPlace(service, of)
    return shelf.optional.length > 0 ? [{ place, at, of, shelf }] : []
  })
  if (rows.length === 0) return null
  return (
    <View className="card">
      <View className="card-title">{t.addOns}</View>
      {rows.map(({ place, at, of, shelf }) => (
        <View key={at} id={`place-${at + 1}`} className="place">
          {places.length > 1 && (
            <View className="place-title">
              {t.personNumber(at + 1, say(service.participants?.title))}
              {place.offering && ` · ${say(of?.title)}`}
            </View>
          )}
          <AddOns
            prefix={`place-${at + 1}-`}
            shop={shop}
            shelf={shelf}
            chosen={onShelf(place.addOns, shelf)}
            onChange={(addOns) => onChange(places.map((each, index) => (index === at ? { ...each, addOns } : each)))}
          />
        </View>
      ))}
    </View>
  )
}
