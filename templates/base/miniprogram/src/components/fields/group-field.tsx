import { View } from '@tarojs/components'
import { answered } from '@/booking/filling'
import type { NextAnswer } from '@/booking/filling'
import { Action } from '@/components/action'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import type { Answers } from '@/api/calls'
import type { FormField, PublicForm } from '@/kaidian/booking'
import { idOf, recordIn } from './field-props'
import type { Asking, FieldProps } from './field-props'
import { FormFields } from './form-fields'

const MOST_ROWS = 20

/** Conditions within a group read its own answers first, then those of the form around it. */
const formOfRow = (form: PublicForm, fields: readonly FormField[]): PublicForm => ({
  id: form.id,
  title: form.title,
  pages: [],
  fields: form.fields.filter((outer) => fields.every(({ id }) => id !== outer.id)).concat(fields),
})

interface RowProps {
  readonly form: PublicForm
  readonly fields: readonly FormField[]
  readonly at: string
  readonly answers: Answers
  readonly asking: Asking
  readonly onAnswer: (field: FormField, next: NextAnswer) => void
}

const Row = ({ form, fields, at, answers, asking, onAnswer }: RowProps) => (
  <FormFields
    form={form}
    of={fields}
    at={`${at}.`}
    context={asking.context}
    answers={{ ...asking.answers, ...answers }}
    faults={asking.faults}
    onAnswer={onAnswer}
  />
)

/** The same questions again and again, one card each. */
export const GroupField = ({ field, at, value, asking, onChange }: FieldProps) => {
  const { say, t } = useTranslation()
  const { fields = [], min = 0, max = MOST_ROWS } = field
  const rowsIn = (answer: unknown): readonly Answers[] => {
    const given = Array.isArray(answer) ? (answer as readonly unknown[]).map(recordIn) : []
    return given.length >= min ? given : given.concat(Array.from({ length: min - given.length }, () => ({})))
  }
  const rows = rowsIn(value)
  const form = formOfRow(asking.form, fields)
  const label = say(field.label)
  const id = idOf(at)
  return (
    <View {...useShownId(`field-${id}`)}>
      {rows.map((row, index) => (
        <View key={index} className="group-row">
          <View className="group-head">
            <View className="group-title grow">{`${label} ${index + 1}`}</View>
            {rows.length > min && (
              <Tap
                id={`field-${id}-${index}-remove`}
                className="group-remove"
                label={t.removeNamed(`${label} ${index + 1}`)}
                onTap={() =>
                  onChange((before: unknown) => {
                    const left = rowsIn(before).filter((_, place) => place !== index)
                    return left.length > 0 ? left : undefined
                  })
                }
              >
                <Icon name="trash" />
              </Tap>
            )}
          </View>
          <Row
            form={form}
            fields={fields}
            at={`${at}.${index}`}
            answers={row}
            asking={asking}
            onAnswer={(inner, next) =>
              onChange((before: unknown) =>
                rowsIn(before).map((one, place) => (place === index ? answered(one, inner, next) : one)),
              )
            }
          />
        </View>
      ))}
      {rows.length < max && (
        <Action
          id={`field-${id}-add`}
          kind="quiet"
          small
          onTap={() => onChange((before: unknown) => rowsIn(before).concat({}))}
        >
          {t.addRow(label)}
        </Action>
      )}
    </View>
  )
}
