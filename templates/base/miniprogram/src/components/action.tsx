import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from './tap'

interface ActionProps {
  readonly id?: string
  readonly kind?: 'primary' | 'quiet' | 'danger' | 'plain'
  readonly small?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onTap: () => unknown
  readonly children: ReactNode
}

/** A button that says what it does; while busy it keeps its width and takes no second tap. */
export const Action = ({ id, kind = 'primary', small, busy, disabled, onTap, children }: ActionProps) => (
  <Tap
    id={id}
    className={`action action-${kind} ${small ? 'action-small' : ''} ${busy ? 'action-busy' : ''} ${disabled ? 'action-off' : ''}`}
    disabled={Boolean(busy || disabled)}
    onTap={onTap}
  >
    <Text className="action-text">{children}</Text>
  </Tap>
)
