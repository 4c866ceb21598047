import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import type { Words } from '@/kaidian/booking'
import { idOf, textIn } from './field-props'
import type { FieldProps } from './field-props'
import { useFocus } from './focus'

interface LineProps extends FieldProps {
  readonly type?: 'text' | 'number' | 'digit' | 'idcard'
  readonly most?: number
  readonly hint?: Words
  /** What the typed text means as an answer. */
  readonly read?: (text: string) => unknown
  /** Stands beside the text, in the same box. */
  readonly children?: ReactNode
}

/** One line of text, in the keyboard that suits it. */
export const LineField = ({
  field,
  at,
  value,
  faulty,
  onChange,
  type = 'text',
  most,
  hint,
  read = (text) => text,
  children,
}: LineProps) => {
  const { say } = useTranslation()
  // A number box of a browser drops what it does not like, pasted spaces too; there useSpoken asks for the keyboard.
  const typed = process.env.TARO_ENV === 'h5' ? 'text' : type
  return (
    <View className={`field-box ${faulty ? 'field-box-faulty' : ''}`}>
      <Input
        {...useShownId(`field-${idOf(at)}`)}
        className="field-input"
        type={typed}
        maxlength={most ?? field.maxLength ?? 200}
        value={textIn(value)}
        placeholder={say(field.placeholder ?? hint)}
        placeholderClass="input-placeholder"
        cursorSpacing={80}
        focus={useFocus(at)}
        onInput={(event) => onChange(read(event.detail.value))}
      />
      {children}
    </View>
  )
}

export const TextField = (props: FieldProps) => <LineField {...props} />
