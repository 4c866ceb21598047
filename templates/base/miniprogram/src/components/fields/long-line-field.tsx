import { Textarea, View } from '@tarojs/components'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf, textIn } from './field-props'
import type { FieldProps } from './field-props'
import { useFocus } from './focus'

/** One line that may be longer than the screen is wide: it wraps, and takes no line breaks. */
export const LongLineField = ({ field, at, value, faulty, most, onChange }: FieldProps & { readonly most: number }) => {
  const { say } = useTranslation()
  return (
    <View className={`field-box field-box-tall ${faulty ? 'field-box-faulty' : ''}`}>
      <Textarea
        {...useShownId(`field-${idOf(at)}`)}
        className="field-textarea field-textarea-low"
        maxlength={most}
        value={textIn(value)}
        placeholder={say(field.placeholder)}
        placeholderClass="input-placeholder"
        cursorSpacing={80}
        focus={useFocus(at)}
        onInput={(event) => onChange(event.detail.value.replace(/\s*\n\s*/g, ' '))}
      />
    </View>
  )
}
