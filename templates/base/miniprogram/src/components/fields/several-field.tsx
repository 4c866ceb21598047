import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf } from './field-props'
import type { FieldProps } from './field-props'

/** Any number of a few, kept in the order of the form. */
export const SeveralField = ({ field, at, value, onChange }: FieldProps) => {
  const { say } = useTranslation()
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (id: string) => {
    const next = field.choices?.map((choice) => choice.id).filter((each) => chosen.includes(each) !== (each === id))
    onChange(next?.length ? next : undefined)
  }
  return (
    <View {...useShownId(`field-${idOf(at)}`)} className="chips">
      {field.choices?.map(({ id, title }) => (
        <Chip
          key={id}
          id={`field-${idOf(at)}-${id}`}
          role="checkbox"
          chosen={chosen.includes(id)}
          onTap={() => toggle(id)}
        >
          {say(title)}
        </Chip>
      ))}
    </View>
  )
}
