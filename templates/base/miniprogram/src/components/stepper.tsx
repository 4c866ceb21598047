import { Text, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { Icon } from './icon'
import { Tap } from './tap'
import './stepper.css'

interface StepperProps {
  readonly id: string
  readonly count: number
  readonly most: number
  readonly onChange: (count: number) => void
}

/** How many of something, from none. */
export const Stepper = ({ id, count, most, onChange }: StepperProps) => {
  const { t } = useTranslation()
  const { accentText } = usePalette()
  return (
    <View className="stepper">
      {count > 0 && (
        <Tap id={`${id}-less`} className="stepper-target" label={t.remove} onTap={() => onChange(count - 1)}>
          <View className="stepper-round">
            <Icon name="minus" size={18} colour={accentText} />
          </View>
        </Tap>
      )}
      {count > 0 && (
        <Text id={`${id}-count`} className="stepper-count figure">
          {count}
        </Text>
      )}
      <Tap
        id={`${id}-more`}
        className="stepper-target"
        label={t.add}
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
