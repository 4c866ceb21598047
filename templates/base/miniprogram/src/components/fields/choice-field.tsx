import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { Chip } from '../chip'
import type { FieldProps } from './field-props'

/** One of a few; tapping the chosen one again takes it back when it need not be answered. */
export const ChoiceField = ({ field, value, onChange }: FieldProps) => {
  const { say } = useTranslation()
  return (
    <View id={`field-${field.id}`} className="chips">
      {field.choices?.map(({ id, title }) => (
        <Chip
          key={id}
          id={`field-${field.id}-${id}`}
          role="radio"
          chosen={value === id}
          onTap={() => onChange(value === id && !field.required ? undefined : id)}
        >
          {say(title)}
        </Chip>
      ))}
    </View>
  )
}
