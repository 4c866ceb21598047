import { Input, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { textIn } from './field-props'
import type { FieldProps } from './field-props'

interface LineProps extends FieldProps {
  readonly type?: 'text' | 'number' | 'digit'
  readonly most?: number
  /** What the typed text means as an answer. */
  readonly read?: (text: string) => unknown
}

/** One line of text, in the keyboard that suits it. */
export const LineField = ({
  field,
  value,
  faulty,
  onChange,
  type = 'text',
  most,
  read = (text) => text,
}: LineProps) => {
  const { say } = useTranslation()
  return (
    <View className={`field-box ${faulty ? 'field-box-faulty' : ''}`}>
      <Input
        id={`field-${field.id}`}
        className="field-input"
        type={type}
        maxlength={most ?? field.maxLength ?? 200}
        value={textIn(value)}
        placeholder={say(field.placeholder)}
        placeholderClass="input-placeholder"
        cursorSpacing={80}
        onInput={(event) => onChange(read(event.detail.value))}
      />
    </View>
  )
}

export const TextField = (props: FieldProps) => <LineField {...props} />
