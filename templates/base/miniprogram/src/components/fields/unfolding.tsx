import { Picker, Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'

interface UnfoldingProps {
  readonly id: string
  readonly titles: readonly string[]
  /** Of the chosen one; below 0 there is none. */
  readonly chosen: number
  readonly placeholder: string
  readonly faulty: boolean
  /** Below 0: none any more. */
  readonly onChoose: (index: number) => void
}

/** One of many, from a list that unfolds: the browser's own on h5, the platform's wheel elsewhere. */
export const Unfolding = ({ id, titles, chosen, placeholder, faulty, onChoose }: UnfoldingProps) => {
  const shownId = useShownId(id)
  const box = `field-box ${faulty ? 'field-box-faulty' : ''}`
  if (process.env.TARO_ENV === 'h5')
    return (
      <View className={box}>
        <select
          {...shownId}
          className={`field-native ${chosen < 0 ? 'field-native-empty' : ''}`}
          value={String(chosen)}
          onChange={(event) => onChoose(Number(event.target.value))}
        >
          <option value="-1">{placeholder}</option>
          {titles.map((title, index) => (
            <option key={title} value={String(index)}>
              {title}
            </option>
          ))}
        </select>
      </View>
    )
  return (
    <Picker
      {...shownId}
      mode="selector"
      range={[...titles]}
      value={Math.max(chosen, 0)}
      onChange={(event) => onChoose(Number(event.detail.value))}
    >
      <View className={`${box} field-picked`}>
        <Text className={chosen < 0 ? 'grow input-placeholder' : 'grow'}>{titles[chosen] ?? placeholder}</Text>
        <Icon name="down" size={16} />
      </View>
    </Picker>
  )
}
