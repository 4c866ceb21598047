import { View } from '@tarojs/components'
import type { Answers } from '@/api/calls'
import { shownFields } from '@/booking/answers'
import { useTranslation } from '@/i18n'
import type { Translation } from '@/i18n'
import type { FormField, PublicForm } from '@/kaidian/booking'

const shownAnswer = (field: FormField, value: unknown, { t, say }: Translation): string => {
  const titleOf = (id: unknown) => say(field.choices?.find((choice) => choice.id === id)?.title) || String(id)
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.map(titleOf).join(', ')
  if (field.kind === 'choice') return titleOf(value)
  return field.kind === 'rating' ? t.stars(Number(value)) : String(value)
}

/** What was filled in, field by field. */
export const AnswerLines = ({ form, answers }: { readonly form: PublicForm; readonly answers: Answers }) => {
  const translation = useTranslation()
  return (
    <View>
      {shownFields(form, answers).map((field) => {
        const value = answers[field.id]
        return (
          field.kind !== 'note' &&
          value !== undefined &&
          value !== '' && (
            <View key={field.id} className="line">
              <View className="line-label">{translation.say(field.label)}</View>
              <View className="line-value">{shownAnswer(field, value, translation)}</View>
            </View>
          )
        )
      })}
    </View>
  )
}
