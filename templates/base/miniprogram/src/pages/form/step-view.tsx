import { View } from '@tarojs/components'
import type { Answers } from '@/api/calls'
import type { Fault } from '@/booking/answers'
import { answered, answersOf, saveAnswersOf } from '@/booking/filling'
import type { Step } from '@/booking/steps'
import { FormFields } from '@/components/fields'
import { useTranslation } from '@/i18n'

interface StepViewProps {
  readonly step: Step
  readonly answers: Answers
  readonly faults: readonly Fault[]
}

/** The fields of one step, a card for each section. What is typed is kept at once. */
export const StepView = ({ step, answers, faults }: StepViewProps) => {
  const { say } = useTranslation()
  const { subject, form, context, page } = step
  const whole = faults.filter(({ field }) => field === '')
  return (
    <>
      {whole.length > 0 && (
        <View id="fault-form" className="step-fault">
          {whole.map(({ message }) => say(message)).join(' ')}
        </View>
      )}
      {page.sections.map(({ title, fields }) => (
        <View key={fields[0]?.id ?? ''} className="card">
          {title && <View className="card-title">{say(title)}</View>}
          <FormFields
            form={form}
            of={fields}
            context={context}
            answers={answers}
            faults={faults}
            onAnswer={(field, next) => saveAnswersOf(subject, form, answered(answersOf(subject), field, next))}
          />
        </View>
      ))}
    </>
  )
}
