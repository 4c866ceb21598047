import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicService } from '@/kaidian/booking'

/** What may come on top of the price, what may come off it, and when. */
export const FeeRules = ({ service }: { readonly service: PublicService }) => {
  const { t, say } = useTranslation()
  // A shop that was kept by an earlier version of the app tells none.
  const rules = service.feeRules ?? []
  if (rules.length === 0) return null
  const groups = rules.flatMap(({ bestOf }) => bestOf ?? [])
  return (
    <View id="fee-rules" className="card">
      <View className="card-title">{t.feeRules}</View>
      {rules.map(({ id, label, amount, condition }) => (
        <View key={id} id={`fee-rule-${id}`} className="fee-rule">
          <View className="fee-rule-head">
            <View className="grow">{say(label)}</View>
            {amount && <View className="fee-rule-amount figure">{say(amount)}</View>}
          </View>
          {condition && <View className="soft figure">{say(condition)}</View>}
        </View>
      ))}
      {new Set(groups).size < groups.length && <View className="soft fee-rule">{t.bestOfOnly}</View>}
    </View>
  )
}
