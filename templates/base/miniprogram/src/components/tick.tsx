import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Tap } from './tap'
import './tick.css'

interface TickProps {
  readonly id: string
  readonly ticked: boolean
  readonly faulty?: boolean
  readonly label?: string
  readonly onChange: (ticked: boolean) => void
  readonly children: ReactNode
}

/** A box the customer ticks; the words beside it may hold links of their own. */
export const Tick = ({ id, ticked, faulty = false, label, onChange, children }: TickProps) => (
  <View className="tick">
    <Tap id={id} role="checkbox" checked={ticked} label={label} className="tick-target" onTap={() => onChange(!ticked)}>
      <View className={`tick-box ${ticked ? 'tick-box-on' : ''} ${faulty ? 'tick-box-faulty' : ''}`}>
        {ticked && <Icon name="check" size={16} colour="var(--on-accent)" />}
      </View>
    </Tap>
    <View className="tick-words grow">{children}</View>
  </View>
)
