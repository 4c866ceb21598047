import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Tap } from '../tap'
import './unfold.css'

interface UnfoldProps {
  readonly id: string
  readonly more: string
  readonly less: string
  readonly children: ReactNode
}

/** More of something, for those who want to know. */
export const Unfold = ({ id, more, less, children }: UnfoldProps) => {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <Tap id={id} className="unfold link" onTap={() => setOpen(!open)}>
        {open ? less : more}
      </Tap>
      {open && <View className="unfold-more">{children}</View>}
    </View>
  )
}
