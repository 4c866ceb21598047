import type { ReactNode } from 'react'
import { Tap } from './tap'
import './chip.css'

interface ChipProps {
  readonly id: string
  readonly role?: 'radio' | 'checkbox'
  readonly chosen: boolean
  readonly onTap: () => unknown
  readonly children: ReactNode
}

/** One of several things to choose from, side by side. */
export const Chip = ({ id, role = 'radio', chosen, onTap, children }: ChipProps) => (
  <Tap id={id} role={role} checked={chosen} className={`chip ${chosen ? 'chip-chosen' : ''}`} onTap={onTap}>
    {children}
  </Tap>
)
