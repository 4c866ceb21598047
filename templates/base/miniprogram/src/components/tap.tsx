import { View } from '@tarojs/components'
import type { KeyboardEvent, ReactNode } from 'react'
import { useShownId } from './shown'

export interface TapProps {
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly label?: string | undefined
  readonly role?: 'button' | 'radio' | 'checkbox' | 'link' | 'tab'
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly onTap: () => unknown
  readonly children?: ReactNode
}

// A browser also has keyboards and screen readers; in WeChat the platform speaks the text of the view.
const webProps = ({ role = 'button', label, checked, disabled, onTap }: TapProps): object =>
  process.env.TARO_ENV === 'h5'
    ? {
        role,
        tabIndex: disabled ? -1 : 0,
        'aria-label': label,
        'aria-disabled': disabled ? 'true' : undefined,
        [role === 'tab' ? 'aria-selected' : 'aria-checked']:
          role === 'button' || role === 'link' ? undefined : String(checked ?? false),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          if (!disabled) onTap()
        },
      }
    : {}

/** For what holds taps of role `tab`. */
export const tabList: object = process.env.TARO_ENV === 'h5' ? { role: 'tablist' } : {}

/** Anything that can be tapped: at least 44 px high, reachable by keyboard in a browser. */
export const Tap = (props: TapProps) => (
  <View
    {...useShownId(props.id)}
    className={`tap ${props.disabled ? 'tap-disabled' : ''} ${props.className ?? ''}`}
    hoverClass={props.disabled ? 'none' : 'tap-pressed'}
    hoverStayTime={80}
    onClick={() => {
      if (!props.disabled) props.onTap()
    }}
    {...webProps(props)}
  >
    {props.children}
  </View>
)
