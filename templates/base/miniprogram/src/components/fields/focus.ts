import Taro from '@tarojs/taro'
import { createStore, useStore } from '@/store'
import { idOf } from './field-props'

/** Path of the field that is to take the keyboard; null: none. */
const wanted = createStore<string | null>(null)

/** Whether WeChat is to put the keyboard into this field now; browsers are told directly. */
export const useFocus = (at: string): boolean => useStore(wanted) === at && process.env.TARO_ENV !== 'h5'

const HEAD_PX = 84

/** Scrolls to a field once it is drawn, and puts the cursor there where it has one. */
export const goToField = (at: string): void => {
  wanted.set(null)
  const selector = `#field-row-${idOf(at)}`
  setTimeout(() => {
    void Taro.pageScrollTo({ selector, offsetTop: -HEAD_PX, duration: 250 }).catch(() => undefined)
    wanted.set(at)
    if (process.env.TARO_ENV !== 'h5') return
    const row = document.querySelector(selector)
    row?.querySelector<HTMLElement>('input, textarea, select, [tabindex="0"]')?.focus({ preventScroll: true })
  }, 60)
}
