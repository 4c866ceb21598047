import { View } from '@tarojs/components'
import type { Answers } from '@/api/calls'
import { shownFields } from '@/booking/answers'
import { useTranslation } from '@/i18n'
import type { Translation } from '@/i18n'
import type { FormContext } from '@/kaidian/form'
import type { FormField, PublicForm } from '@/kaidian/booking'

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** `3101**********1234`: enough to know one's own document again. */
const masked = (number: unknown): string => {
  const text = typeof number === 'string' ? number : ''
  return text.length > 8 ? `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}` : text
}

const REGION = ['province', 'city', 'district'] as const
const textsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : [])

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

const shownAnswer = (field: FormField, value: unknown, translation: Translation): string => {
  const { t, say } = translation
  const titleOf = (id: unknown) => say(field.choices?.find((choice) => choice.id === id)?.title) || String(id)
  switch (field.kind) {
    case 'choice':
      return titleOf(value)
    case 'several':
      return listOf(value).map(titleOf).join(t.comma)
    case 'rating':
      return t.stars(Number(value))
    case 'consent':
      return value === true ? t.agreed : t.no
    case 'idDocument':
      return masked(recordIn(value)['number'])
    case 'region':
      return REGION.flatMap((part) => textsIn(recordIn(value)[part])).join(' ')
    case 'file':
    case 'image':
      return t.files(listOf(value).length)
    case 'signature':
      return t.hasSigned
    case 'group':
      return listOf(value)
        .map((row) =>
          (field.fields ?? [])
            .flatMap((one) => {
              const answer = recordIn(row)[one.id]
              return isGiven(answer) ? [shownAnswer(one, answer, translation)] : []
            })
            .join(' '),
        )
        .join(t.comma)
    default:
      if (typeof value === 'boolean') return value ? t.yes : t.no
      return Array.isArray(value) ? value.map(titleOf).join(t.comma) : String(value)
  }
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

interface AnswerLinesProps {
  readonly form: PublicForm
  readonly answers: Answers
  readonly context?: FormContext
}

/** What was filled in, field by field. */
export const AnswerLines = ({ form, answers, context }: AnswerLinesProps) => {
  const translation = useTranslation()
  return (
    <View>
      {shownFields(form, answers, context).map((field) => {
        const value = answers[field.id]
        return (
          field.kind !== 'note' &&
          isGiven(value) && (
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
