import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { lengthTitle } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'

interface OptionsProps {
  readonly options: PublicService['options']
  readonly chosen: Readonly<Record<string, string>>
  /** Before the ids, where another service has options on the same page. */
  readonly prefix?: string
  readonly onChange: (chosen: Readonly<Record<string, string>>) => void
}

/** One choice for each option, with what it adds to the price. */
export const Options = ({ options, chosen, prefix = '', onChange }: OptionsProps) => {
  const { say } = useTranslation()
  return (
    <>
      {options.map((option) => (
        <View key={option.id} className={prefix ? 'follower-choices' : 'card'}>
          <View className={prefix ? 'soft' : 'card-title'}>{say(option.title)}</View>
          <View className="chips">
            {option.choices.map((choice) => (
              <Chip
                key={choice.id}
                id={`${prefix}option-${option.id}-${choice.id}`}
                chosen={chosen[option.id] === choice.id}
                onTap={() => onChange({ ...chosen, [option.id]: choice.id })}
              >
                <View>
                  {say(choice.title)}
                  {choice.price !== 0 && <View className="chip-price figure">+{yuan(choice.price)}</View>}
                </View>
              </Chip>
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

interface DurationsProps {
  readonly choice: NonNullable<PublicService['durationChoice']>
  readonly chosen: number | null
  readonly onChange: (minutes: number) => void
}

/** How long, where the customer chooses. */
export const Durations = ({ choice: { min, max, step }, chosen, onChange }: DurationsProps) => {
  const { t, locale } = useTranslation()
  const lengths = Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, at) => min + at * step)
  return (
    <View className="card">
      <View className="card-title">{t.howLong}</View>
      <View className="chips">
        {lengths.map((minutes) => (
          <Chip key={minutes} id={`duration-${minutes}`} chosen={chosen === minutes} onTap={() => onChange(minutes)}>
            {lengthTitle(minutes, locale)}
          </Chip>
        ))}
      </View>
    </View>
  )
}
