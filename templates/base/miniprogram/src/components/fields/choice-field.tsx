import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import { idOf } from './field-props'
import type { FieldProps } from './field-props'
import { ReadOff } from './read-off'
import { readOffIn } from './reading-off'
import { Unfolding } from './unfolding'

/** More of them than this are picked from a list that unfolds. */
const MOST_CHIPS = 12

/** Taps on the chosen one take it back when it need not be answered. */
const takenBack = ({ value, required, onChange }: FieldProps, id: string) =>
  onChange(value === id && !required ? undefined : id)

const Chips = (props: FieldProps) => {
  const { say } = useTranslation()
  const id = idOf(props.at)
  return (
    <View {...useShownId(`field-${id}`)} className="chips">
      {props.field.choices?.map((choice) => (
        <Chip
          key={choice.id}
          id={`field-${id}-${choice.id}`}
          role="radio"
          chosen={props.value === choice.id}
          onTap={() => takenBack(props, choice.id)}
        >
          {say(choice.title)}
        </Chip>
      ))}
    </View>
  )
}

const Rows = (props: FieldProps) => {
  const { say } = useTranslation()
  const id = idOf(props.at)
  return (
    <View {...useShownId(`field-${id}`)} className="field-radios">
      {props.field.choices?.map((choice) => (
        <Tap
          key={choice.id}
          id={`field-${id}-${choice.id}`}
          role="radio"
          className="field-radio"
          checked={props.value === choice.id}
          onTap={() => takenBack(props, choice.id)}
        >
          <View className={`field-radio-dot ${props.value === choice.id ? 'field-radio-dot-on' : ''}`} />
          <View className="grow">{say(choice.title)}</View>
        </Tap>
      ))}
    </View>
  )
}

const FromList = ({ field, at, value, faulty, onChange }: FieldProps) => {
  const { say, t } = useTranslation()
  const choices = field.choices ?? []
  return (
    <Unfolding
      id={`field-${idOf(at)}`}
      titles={choices.map(({ title }) => say(title))}
      chosen={choices.findIndex(({ id }) => id === value)}
      placeholder={t.choosePlease}
      faulty={faulty}
      onChoose={(index) => onChange(choices[index]?.id)}
    />
  )
}

/** One of a few: side by side, under one another, or from a list; or read off a document. */
export const ChoiceField = (props: FieldProps) => {
  const { say } = useTranslation()
  const { field, asking } = props
  const read = readOffIn(field, asking)
  if (read !== undefined)
    return <ReadOff at={props.at}>{say(field.choices?.find(({ id }) => id === read)?.title)}</ReadOff>
  if (field.widget === 'radio') return <Rows {...props} />
  return field.widget === 'select' || (field.choices?.length ?? 0) > MOST_CHIPS ? (
    <FromList {...props} />
  ) : (
    <Chips {...props} />
  )
}
