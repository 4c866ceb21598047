import { View } from '@tarojs/components'
import { askedOf } from '@/booking/asked'
import type { Draft } from '@/booking/draft'
import { AnswerLines } from '@/components/answer-lines'
import { useTranslation } from '@/i18n'
import type { PublicShop } from '@/kaidian/booking'

/** The form as it was filled in, of the order and of each person. */
export const FilledIn = ({ shop, draft }: { readonly shop: PublicShop; readonly draft: Draft }) => {
  const { t, say } = useTranslation()
  const asked = askedOf(shop, draft)
  if (!asked) return null
  const { form, context, each } = asked
  return (
    <View className="card">
      <View className="card-title">{t.answers}</View>
      <View className="person-answers">
        <AnswerLines form={form} answers={draft.answers} context={context} />
      </View>
      {each?.people.map((person) => (
        <View key={person.index} className="person-answers">
          <View className="person-answers-title">
            {say(person.title)}
            {person.offering && ` · ${say(person.offering)}`}
          </View>
          <AnswerLines form={each.form} answers={draft.participants[person.index] ?? {}} context={person.context} />
        </View>
      ))}
    </View>
  )
}
