import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { Icon } from '../icon'
import { Tap } from '../tap'
import type { FieldProps } from './field-props'

/** Stars, five unless the form says otherwise. */
export const RatingField = ({ field, value, onChange }: FieldProps) => {
  const { t } = useTranslation()
  const { accentText } = usePalette()
  const given = typeof value === 'number' ? value : 0
  return (
    <View id={`field-${field.id}`} className="stars">
      {Array.from({ length: field.max ?? 5 }, (_, at) => at + 1).map((stars) => (
        <Tap
          key={stars}
          id={`field-${field.id}-${stars}`}
          className="star"
          role="radio"
          checked={given === stars}
          label={t.stars(stars)}
          onTap={() => onChange(stars)}
        >
          <Icon name="star" size={28} colour={stars <= given ? accentText : '#9aa19d'} fill={stars <= given} />
        </Tap>
      ))}
    </View>
  )
}
