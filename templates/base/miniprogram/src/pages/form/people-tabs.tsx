import { ScrollView, View } from '@tarojs/components'
import type { Subject } from '@/booking/filling'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { usePalette } from '@/theme/theme'

export interface PersonTab {
  readonly subject: Subject
  readonly title: string
  /** Name once it is given, else the ticket. */
  readonly note: string
  readonly complete: boolean
}

interface PeopleTabsProps {
  readonly tabs: readonly PersonTab[]
  readonly chosen: Subject
  readonly onChoose: (subject: Subject) => void
}

/** Everybody who fills in a form, with a tick once theirs is complete; each can be gone to at any time. */
export const PeopleTabs = ({ tabs, chosen, onChoose }: PeopleTabsProps) => {
  const { accentText } = usePalette()
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="people" scrollIntoView={`person-${chosen}`}>
      <View className="people-row" {...(process.env.TARO_ENV === 'h5' ? { role: 'tablist' } : {})}>
        {tabs.map(({ subject, title, note, complete }) => (
          <Tap
            key={subject}
            id={`person-${subject}`}
            role="tab"
            checked={subject === chosen}
            className={`person ${subject === chosen ? 'person-chosen' : ''}`}
            onTap={() => onChoose(subject)}
          >
            <View className="person-title">
              {title}
              {complete && <Icon name="check" size={14} colour={accentText} />}
            </View>
            {note !== '' && <View className="person-note">{note}</View>}
          </Tap>
        ))}
      </View>
    </ScrollView>
  )
}
