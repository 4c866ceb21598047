import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { useTranslation } from '@/i18n'
import { idOf, narrow, recordIn, textIn } from './field-props'
import type { FieldProps } from './field-props'
import { LineField } from './text-field'

const TYPES = ['idCard', 'passport', 'hkMacaoTaiwan'] as const

/** Which document, and its number; where one kind is accepted only the number. */
export const IdDocumentField = (props: FieldProps) => {
  const { t } = useTranslation()
  const { field, at, value, onChange } = props
  const types = field.types ?? TYPES
  const given = recordIn(value)
  const type = types.find((one) => one === given.type) ?? types[0] ?? 'idCard'
  const number = textIn(given.number)
  return (
    <View>
      {types.length > 1 && (
        <View className="chips field-types">
          {types.map((one) => (
            <Chip
              key={one}
              id={`field-${idOf(at)}-${one}`}
              chosen={one === type}
              onTap={() => onChange({ type: one, number })}
            >
              {t.documents[one]}
            </Chip>
          ))}
        </View>
      )}
      <LineField
        {...props}
        type={type === 'idCard' ? 'idcard' : 'text'}
        most={24}
        hint={t.documentHints[type]}
        value={number}
        read={(text) => (text === '' && type === types[0] ? undefined : { type, number: narrow(text).toUpperCase() })}
      />
    </View>
  )
}
