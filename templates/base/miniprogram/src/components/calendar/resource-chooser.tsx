import { ScrollView, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicResource } from '@/kaidian/booking'
import { Picture } from '../picture'
import { Tap } from '../tap'
import './calendar.css'

interface ResourceChooserProps {
  /** Before the ids of those to choose from. */
  readonly prefix?: string
  readonly title: string
  readonly resources: readonly PublicResource[]
  /** In the order of choosing; fewer than `most`: any for the rest. */
  readonly chosen: readonly string[]
  /** How many are needed. */
  readonly most: number
  readonly onChoose: (ids: readonly string[]) => void
}

const fallbackOf = (resource: PublicResource): string => (resource.kind === 'staff' ? 'person' : 'room')

/** Who, or which rooms, are to be booked; or whoever is free. */
export const ResourceChooser = ({
  prefix = 'resource',
  title,
  resources,
  chosen,
  most,
  onChoose,
}: ResourceChooserProps) => {
  const { t, say } = useTranslation()
  const isStaff = resources.every(({ kind }) => kind === 'staff')
  const last = resources.find(({ id }) => id === chosen[chosen.length - 1])
  // One more than are needed takes the place of the one chosen first.
  const toggle = (id: string) => {
    if (most === 1) return onChoose([id])
    const others = chosen.filter((each) => each !== id)
    return onChoose(others.length < chosen.length ? others : [...others, id].slice(-most))
  }
  return (
    <View>
      <View className="card-title">{title}</View>
      <ScrollView className="resources" scrollX enhanced showScrollbar={false}>
        <View className="resources-row">
          <Tap
            id={`${prefix}-any`}
            role={most === 1 ? 'radio' : 'checkbox'}
            checked={chosen.length === 0}
            className={`resource ${chosen.length === 0 ? 'resource-chosen' : ''}`}
            onTap={() => onChoose([])}
          >
            <Picture className="resource-picture" source={null} fallback={isStaff ? 'anyone' : 'room'} />
            <View className="resource-name">{isStaff ? t.anyone : t.any}</View>
            <View className="resource-level">{t.anyoneHint}</View>
          </Tap>
          {resources.map((resource) => (
            <Tap
              key={resource.id}
              id={`${prefix}-${resource.id}`}
              role={most === 1 ? 'radio' : 'checkbox'}
              checked={chosen.includes(resource.id)}
              className={`resource ${chosen.includes(resource.id) ? 'resource-chosen' : ''}`}
              onTap={() => toggle(resource.id)}
            >
              <Picture className="resource-picture" source={resource.image} fallback={fallbackOf(resource)} />
              <View className="resource-name">{say(resource.name)}</View>
              <View className="resource-level">{say(resource.level?.title)}</View>
            </Tap>
          ))}
        </View>
      </ScrollView>
      {last?.introduction && <View className="soft resource-about">{say(last.introduction)}</View>}
    </View>
  )
}
