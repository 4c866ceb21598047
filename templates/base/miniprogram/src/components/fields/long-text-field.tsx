import { Textarea, View } from '@tarojs/components'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf, textIn } from './field-props'
import type { FieldProps } from './field-props'
import { useFocus } from './focus'

/** Several lines, with how many characters are used where there is a limit. */
export const LongTextField = ({ field, at, value, faulty, onChange }: FieldProps) => {
  const { say, t } = useTranslation()
  const text = textIn(value)
  return (
    <View className={`field-box field-box-tall ${faulty ? 'field-box-faulty' : ''}`}>
      <Textarea
        {...useShownId(`field-${idOf(at)}`)}
        className="field-textarea"
        maxlength={field.maxLength ?? 2000}
        value={text}
        placeholder={say(field.placeholder)}
        placeholderClass="input-placeholder"
        cursorSpacing={80}
        focus={useFocus(at)}
        onInput={(event) => onChange(event.detail.value)}
      />
      {field.maxLength !== undefined && (
        <View className="field-count figure">{t.characters(Array.from(text).length, field.maxLength)}</View>
      )}
    </View>
  )
}
