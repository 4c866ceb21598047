import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon'
import { Tap } from './tap'
import './row.css'

interface RowProps {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  readonly value?: string
  readonly onTap: () => unknown
}

/** A line that leads somewhere. */
export const Row = ({ id, icon, title, value, onTap }: RowProps) => (
  <Tap id={id} className="row" onTap={onTap}>
    <Icon name={icon} />
    <View className="row-title grow">{title}</View>
    {value && <View className="row-value figure">{value}</View>}
    <Icon name="forward" size={16} />
  </Tap>
)
