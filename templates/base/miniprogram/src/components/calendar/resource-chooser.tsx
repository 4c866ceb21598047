import { ScrollView, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicResource } from '@/kaidian/booking'
import { Picture } from '../picture'
import { Tap } from '../tap'
import './calendar.css'

interface ResourceChooserProps {
  readonly title: string
  readonly resources: readonly PublicResource[]
  /** null: any */
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

const fallbackOf = (resource: PublicResource): string => (resource.kind === 'staff' ? 'person' : 'room')

/** Who, or which room, is to be booked; or whoever is free. */
export const ResourceChooser = ({ title, resources, chosen, onChoose }: ResourceChooserProps) => {
  const { t, say } = useTranslation()
  const about = resources.find(({ id }) => id === chosen)?.introduction
  return (
    <View>
      <View className="card-title">{title}</View>
      <ScrollView className="resources" scrollX enhanced showScrollbar={false}>
        <View className="resources-row">
          <Tap
            id="resource-any"
            role="radio"
            checked={chosen === null}
            className={`resource ${chosen === null ? 'resource-chosen' : ''}`}
            onTap={() => onChoose(null)}
          >
            <Picture className="resource-picture" source={null} fallback="anyone" />
            <View className="resource-name">{t.anyone}</View>
            <View className="resource-level">{t.anyoneHint}</View>
          </Tap>
          {resources.map((resource) => (
            <Tap
              key={resource.id}
              id={`resource-${resource.id}`}
              role="radio"
              checked={chosen === resource.id}
              className={`resource ${chosen === resource.id ? 'resource-chosen' : ''}`}
              onTap={() => onChoose(resource.id)}
            >
              <Picture className="resource-picture" source={resource.image} fallback={fallbackOf(resource)} />
              <View className="resource-name">{say(resource.name)}</View>
              <View className="resource-level">{say(resource.level?.title)}</View>
            </Tap>
          ))}
        </View>
      </ScrollView>
      {about && <View className="soft resource-about">{say(about)}</View>}
    </View>
  )
}
