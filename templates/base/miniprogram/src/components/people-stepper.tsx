import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'
import { Stepper } from './stepper'
import './places.css'

interface PeopleStepperProps {
  readonly service: PublicService
  readonly people: number
  /** Fewer than the service takes, where there are fewer places left. */
  readonly most?: number
  /** Instead of how many the service takes. */
  readonly note?: string | null
  readonly onChange: (people: number) => void
}

/** How many people, in the words of the service; nothing where there is no choice. */
export const PeopleStepper = ({ service, people, most, note, onChange }: PeopleStepperProps) => {
  const { t, say } = useTranslation()
  const { title, min, max } = service.people
  if (min === max) return null
  const words = say(title) || t.people
  return (
    <View className="amount">
      <View className="grow">
        <View className="amount-title">{words}</View>
        <View className="soft">{note ?? t.atMost(max)}</View>
      </View>
      <Stepper id="people" count={people} least={min} most={most ?? max} of={words} onChange={onChange} />
    </View>
  )
}
