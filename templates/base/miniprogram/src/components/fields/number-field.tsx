import { Slider, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import { usePalette } from '@/theme/theme'
import { idOf, narrow, textIn } from './field-props'
import type { FormField } from '@/kaidian/booking'
import type { FieldProps } from './field-props'
import { LineField } from './text-field'

const numberIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined
}

/** The keyboards of the platform have no minus. */
const typeFor = ({ integer, min }: FormField): 'number' | 'digit' | 'text' =>
  min !== undefined && min < 0 ? 'text' : integer ? 'number' : 'digit'

/** Kept as it is typed: `1.` is on the way to `1.5`. It becomes a number when the answers are checked. */
const Typed = (props: FieldProps) => (
  <LineField {...props} type={typeFor(props.field)} most={15} read={(text) => narrow(text).trim() || undefined} />
)

/** One more, one less; the number itself may be typed too. */
const Stepped = (props: FieldProps) => {
  const { field, at, value, onChange } = props
  const { t } = useTranslation()
  const { accentText } = usePalette()
  const now = numberIn(value)
  const least = field.min ?? 0
  const most = field.max ?? Infinity
  const step = (by: number) => onChange(Math.min(most, Math.max(least, now === undefined ? least : now + by)))
  const button = (by: 1 | -1, off: boolean) => (
    <Tap
      id={`field-${idOf(at)}-${by > 0 ? 'more' : 'less'}`}
      className={`field-step ${off ? 'field-step-off' : ''}`}
      label={by > 0 ? t.add : t.remove}
      disabled={off}
      onTap={() => step(by)}
    >
      <Icon name={by > 0 ? 'plus' : 'minus'} size={18} colour={accentText} />
    </Tap>
  )
  return (
    <View className="field-stepped">
      {button(-1, now === undefined || now <= least)}
      <View className="field-stepped-count">
        <Typed {...props} />
      </View>
      {button(1, now !== undefined && now >= most)}
    </View>
  )
}

/** Between two bounds; nothing is answered before it is moved. */
const Slid = ({ field, at, value, onChange }: FieldProps) => {
  const { t } = useTranslation()
  const { accent } = usePalette()
  const shownId = useShownId(`field-${idOf(at)}`)
  const [min, max] = [field.min ?? 0, field.max ?? 100]
  const now = numberIn(value)
  const step = field.integer || max - min > 10 ? 1 : 0.1
  return (
    <View className="field-slid">
      {process.env.TARO_ENV === 'h5' ? (
        <input
          {...shownId}
          className="field-range grow"
          type="range"
          min={min}
          max={max}
          step={step}
          value={now ?? min}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      ) : (
        <Slider
          {...shownId}
          className="grow"
          min={min}
          max={max}
          step={step}
          value={now ?? min}
          activeColor={accent}
          onChange={(event) => onChange(event.detail.value)}
        />
      )}
      <View className="field-slid-count figure">{textIn(now) || t.notChosen}</View>
    </View>
  )
}

export const NumberField = (props: FieldProps) => {
  if (props.field.widget === 'stepper') return <Stepped {...props} />
  const bounded = props.field.min !== undefined && props.field.max !== undefined
  return props.field.widget === 'slider' && bounded ? <Slid {...props} /> : <Typed {...props} />
}
