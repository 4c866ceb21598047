import { Text, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { Icon } from './icon'
import { Tap } from './tap'
import './stepper.css'

interface StepperProps {
  readonly id: string
  readonly count: number
  readonly least?: number
  readonly most: number
  /** What is counted, for those who hear the page. */
  readonly of?: string
  readonly onChange: (count: number) => void
}

/** How many of something; one that may be none begins as a single button. */
export const Stepper = ({ id, count, least = 0, most, of, onChange }: StepperProps) => {
  const { t } = useTranslation()
  const { accentText } = usePalette()
  const isShort = count > 0 || least > 0
  const spoken = (word: string) => (of ? `${word} ${of}` : word)
  return (
    <View className="stepper">
      {isShort && (
        <Tap
          id={`${id}-less`}
          className={`stepper-target ${count <= least ? 'stepper-off' : ''}`}
          label={spoken(t.remove)}
          disabled={count <= least}
          onTap={() => onChange(count - 1)}
        >
          <View className="stepper-round">
            <Icon name="minus" size={18} colour={accentText} />
          </View>
        </Tap>
      )}
      {isShort && (
        <Text id={`${id}-count`} className="stepper-count figure">
          {count}
        </Text>
      )}
      <Tap
        id={`${id}-more`}
        className={`stepper-target ${count >= most ? 'stepper-off' : ''}`}
        label={spoken(t.add)}
        disabled={count >= most}
        onTap={() => onChange(count + 1)}
      >
        <View className="stepper-round">
          <Icon name="plus" size={18} colour={accentText} />
        </View>
      </Tap>
    </View>
  )
}
