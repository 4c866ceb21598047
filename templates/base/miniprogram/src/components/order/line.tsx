import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useShownId } from '../shown'

interface LineProps {
  readonly id?: string | undefined
  readonly label: string
  readonly figure?: boolean
  readonly children: ReactNode
}

/** A fact: what it is on the left, what it says on the right. */
export const Line = ({ id, label, figure = false, children }: LineProps) => (
  <View className="line">
    <View className="line-label">{label}</View>
    <View {...useShownId(id)} className={`line-value ${figure ? 'figure' : ''}`}>
      {children}
    </View>
  </View>
)
