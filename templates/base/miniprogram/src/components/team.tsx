import Taro from '@tarojs/taro'
import { ScrollView, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicResource, PublicShop } from '@/kaidian/booking'
import { Picture } from './picture'
import { Row } from './row'
import { Sheet } from './sheet'
import { Tap } from './tap'
import './team.css'

interface TeamProps {
  readonly people: readonly PublicResource[]
  readonly onOpen: (person: PublicResource) => void
}

/** Who works here, side by side; a tap tells more. */
export const Team = ({ people, onOpen }: TeamProps) => {
  const { say } = useTranslation()
  return (
    <ScrollView className="team" scrollX enhanced showScrollbar={false}>
      <View className="team-row">
        {people.map((person) => (
          <Tap key={person.id} id={`person-${person.id}`} className="team-card" onTap={() => onOpen(person)}>
            <Picture className="team-picture" source={person.image} fallback="person" />
            <View className="team-name">
              {say(person.name)}
              {person.level && <View className="team-level">{say(person.level.title)}</View>}
            </View>
            <View className="team-about">{say(person.introduction)}</View>
          </Tap>
        ))}
      </View>
    </ScrollView>
  )
}

interface PersonSheetProps {
  readonly shop: PublicShop
  readonly person: PublicResource
  /** The service on whose page the sheet is; it is not offered again. */
  readonly within?: string
  readonly onClose: () => void
}

/** One of the staff: level, introduction, and what they can be booked for. */
export const PersonSheet = ({ shop, person, within, onClose }: PersonSheetProps) => {
  const { t, say } = useTranslation()
  const services = shop.services.filter(
    ({ id, requirements }) => id !== within && requirements.some(({ resources }) => resources.includes(person.id)),
  )
  const open = (id: string) => {
    onClose()
    return Taro.navigateTo({ url: `/pages/service/index?id=${encodeURIComponent(id)}` })
  }
  return (
    <Sheet title={t.aboutPerson} onClose={onClose}>
      <View id="person" className="person-head">
        <Picture className="person-picture" source={person.image} fallback="person" />
        <View className="grow">
          <View className="person-name">{say(person.name)}</View>
          {person.level && <View className="team-level person-level">{say(person.level.title)}</View>}
        </View>
      </View>
      {person.introduction && <View className="person-about">{say(person.introduction)}</View>}
      {services.length > 0 && (
        <View className="person-services">
          <View className="soft">{t.bookPersonFor}</View>
          {services.map(({ id, title }) => (
            <Row key={id} id={`person-service-${id}`} icon="calendar" title={say(title)} onTap={() => open(id)} />
          ))}
        </View>
      )}
    </Sheet>
  )
}
