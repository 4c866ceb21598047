import { Textarea, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { textIn } from './field-props'
import type { FieldProps } from './field-props'

/** Several lines, with how many characters are used where there is a limit. */
export const LongTextField = ({ field, value, faulty, onChange }: FieldProps) => {
  const { say, t } = useTranslation()
  const text = textIn(value)
  return (
    <View className={`field-box field-box-tall ${faulty ? 'field-box-faulty' : ''}`}>
      <Textarea
        id={`field-${field.id}`}
        className="field-textarea"
        maxlength={field.maxLength ?? 1000}
        value={text}
        placeholder={say(field.placeholder)}
        placeholderClass="input-placeholder"
        cursorSpacing={80}
        onInput={(event) => onChange(event.detail.value)}
      />
      {field.maxLength !== undefined && (
        <View className="field-count figure">{t.characters(text.length, field.maxLength)}</View>
      )}
    </View>
  )
}
