import { View } from '@tarojs/components'
import type { Answers } from '@/api/calls'
import type { Fault } from '@/booking/answers'
import type { NextAnswer } from '@/booking/filling'
import { typedAnswers } from '@/booking/typed'
import { answersSoFar, requiredFields, visibleFields } from '@/kaidian/form'
import type { FormContext } from '@/kaidian/form'
import type { FormField, PublicForm } from '@/kaidian/booking'
import { FieldRow } from './field-row'

interface FormFieldsProps {
  readonly form: PublicForm
  /** Those of the form to show, all of them unless told; hidden ones stay hidden. */
  readonly of?: readonly FormField[]
  /** Path before the ids of the fields, in a group `pets.0.`. */
  readonly at?: string
  readonly context?: FormContext | undefined
  readonly answers: Answers
  /** Paths within the form. */
  readonly faults: readonly Fault[]
  /** `next` is an answer, or a function of the one before; `answered` makes answers of it. */
  readonly onAnswer: (field: FormField, next: NextAnswer) => void
}

/** The fields of a form that are to be seen with these answers. */
export const FormFields = ({
  form,
  of = form.fields,
  at = '',
  context,
  answers,
  faults,
  onAnswer,
}: FormFieldsProps) => {
  const typed = typedAnswers(form, answers)
  const asking = { form, answers: answersSoFar(form, typed, context), given: typed, context, faults }
  const visible = visibleFields(form, typed, context)
  const needed = requiredFields(form, typed, context)
  return (
    <View>
      {visible
        .filter((field) => of.some(({ id }) => id === field.id))
        .map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            at={`${at}${field.id}`}
            value={answers[field.id] === undefined ? asking.answers[field.id] : (answers[field.id] ?? undefined)}
            required={needed.includes(field.id)}
            asking={asking}
            onChange={(next) => onAnswer(field, next)}
          />
        ))}
    </View>
  )
}
