import { Text, View } from '@tarojs/components'
import { priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import './price.css'

interface PriceProps {
  readonly fen: number
  /** Whether it is the least of several. */
  readonly isFrom?: boolean
  /** What it is for: `/ 小时`. */
  readonly unit?: string
  readonly className?: string
}

/** An amount, with the small words around it. */
export const Price = ({ fen, isFrom = false, unit = '', className = '' }: PriceProps) => {
  const { t } = useTranslation()
  const before = isFrom ? t.fromBefore : ''
  const after = [isFrom ? t.from : '', unit].filter(Boolean).join(' ')
  return (
    <View className={`price figure ${className}`}>
      {before && <Text className="price-small">{before} </Text>}
      <Text>{priceTitle(fen, t)}</Text>
      {after && <Text className="price-small"> {after}</Text>}
    </View>
  )
}
