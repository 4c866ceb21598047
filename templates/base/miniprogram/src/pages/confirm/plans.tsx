import { View } from '@tarojs/components'
import { changeDraft } from '@/booking/draft'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'

interface PlansProps {
  readonly service: PublicService
  /** As the price was made. */
  readonly plan: string | null
}

/** Ways to pay, where the customer may choose: in full, a deposit, by instalments. */
export const Plans = ({ service, plan }: PlansProps) => {
  const { t, say } = useTranslation()
  if (service.plans.length < 2) return null
  return (
    <View className="card">
      <View className="card-title">{t.howToPay}</View>
      {service.plans.map(({ id, title, terms }) => (
        <Tap
          key={id}
          id={`plan-${id}`}
          role="radio"
          checked={plan === id}
          className={`plan-choice ${plan === id ? 'plan-choice-on' : ''}`}
          onTap={() => changeDraft({ plan: id })}
        >
          <View className="plan-dot" />
          <View className="grow">
            <View className="plan-title">{say(title)}</View>
            <View className="soft">{say(terms)}</View>
          </View>
        </Tap>
      ))}
    </View>
  )
}
