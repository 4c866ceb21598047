import { View } from '@tarojs/components'
import { AnswerLines } from '@/components/answer-lines'
import { useTranslation } from '@/i18n'
import { formIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'

/** What the customer said about it, once they have. */
export const FeedbackGiven = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t } = useTranslation()
  const form = formIn(shop, order.feedback?.form)
  const answers = order.feedback?.answers
  if (!form || !answers) return null
  return (
    <View id="feedback-given" className="card">
      <View className="card-title">{t.myFeedback}</View>
      <AnswerLines form={form} answers={answers} />
    </View>
  )
}
