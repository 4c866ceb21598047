import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { Start } from '@/kaidian/booking'
import { Tap } from '../tap'
import './calendar.css'

interface StartGridProps {
  readonly starts: readonly Start[]
  readonly chosen: string | null
  readonly onChoose: (start: Start) => void
}

const NOON = '12:00'
const EVENING = '18:00'

/** The free starts of a day by part of the day. */
export const StartGrid = ({ starts, chosen, onChoose }: StartGridProps) => {
  const { t } = useTranslation()
  const parts = [
    [t.morning, starts.filter(({ time }) => time < NOON)],
    [t.afternoon, starts.filter(({ time }) => time >= NOON && time < EVENING)],
    [t.evening, starts.filter(({ time }) => time >= EVENING)],
  ] as const
  return (
    <View>
      {parts.map(
        ([title, within]) =>
          within.length > 0 && (
            <View key={title}>
              <View className="part-title">{title}</View>
              <View className="start-grid">
                {within.map((start) => (
                  <View key={start.start} className="start-slot">
                    <Tap
                      id={`start-${start.time.replace(':', '-')}`}
                      role="radio"
                      checked={chosen === start.start}
                      className={`start figure ${chosen === start.start ? 'start-chosen' : ''}`}
                      onTap={() => onChoose(start)}
                    >
                      {start.time}
                    </Tap>
                  </View>
                ))}
              </View>
            </View>
          ),
      )}
    </View>
  )
}
