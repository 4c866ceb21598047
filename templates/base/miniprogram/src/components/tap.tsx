import { View } from '@tarojs/components'
import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useShownId } from './shown'

export interface TapProps {
  readonly id?: string | undefined
  readonly className?: string | undefined
  readonly label?: string | undefined
  readonly role?: 'button' | 'radio' | 'checkbox' | 'link' | 'tab'
  readonly checked?: boolean
  readonly disabled?: boolean
  /** While a promise that it gives is open, further taps do nothing: an impatient finger opens one page and sends one order. */
  readonly onTap: () => unknown
  readonly children?: ReactNode
}

const isPromise = (given: unknown): given is Promise<unknown> =>
  typeof (given as Promise<unknown> | undefined)?.then === 'function'

const useOneAtATime = (work: () => unknown): (() => void) => {
  const running = useRef(false)
  return () => {
    if (running.current) return
    const given = work()
    if (!isPromise(given)) return
    running.current = true
    const release = () => {
      running.current = false
    }
    given.then(release, (error: unknown) => {
      release()
      throw error
    })
  }
}

/** A browser also has keyboards and screen readers; in WeChat the platform speaks the text of the view. */
export const webProps = ({ role = 'button', label, checked, disabled, onTap }: TapProps): object =>
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
export const Tap = (props: TapProps) => {
  const tapped = useOneAtATime(props.onTap)
  return (
    <View
      {...useShownId(props.id)}
      className={`tap ${props.disabled ? 'tap-disabled' : ''} ${props.className ?? ''}`}
      hoverClass={props.disabled ? 'none' : 'tap-pressed'}
      hoverStayTime={80}
      onClick={() => {
        if (!props.disabled) tapped()
      }}
      {...webProps({ ...props, onTap: tapped })}
    >
      {props.children}
    </View>
  )
}
