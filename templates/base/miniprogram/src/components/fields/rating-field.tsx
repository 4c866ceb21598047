import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { idOf } from './field-props'
import type { FieldProps } from './field-props'

/** Stars, five unless the form says otherwise. */
export const RatingField = ({ field, at, value, required, onChange }: FieldProps) => {
  const { t } = useTranslation()
  const { accentText } = usePalette()
  const given = typeof value === 'number' ? value : 0
  const id = idOf(at)
  return (
    <View {...useShownId(`field-${id}`)} className="stars">
      {Array.from({ length: field.max ?? 5 }, (_, index) => index + 1).map((stars) => (
        <Tap
          key={stars}
          id={`field-${id}-${stars}`}
          className="star"
          role="radio"
          checked={given === stars}
          label={t.stars(stars)}
          onTap={() => onChange(given === stars && !required ? undefined : stars)}
        >
          <Icon name="star" size={28} colour={stars <= given ? accentText : 'var(--control)'} fill={stars <= given} />
        </Tap>
      ))}
    </View>
  )
}
