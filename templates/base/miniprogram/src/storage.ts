import Taro from '@tarojs/taro'
import { shop } from '@/shop'

// Shops previewed on one origin share its storage; the prefix keeps them apart.
const keyOf = (name: string): string => {
  const path = process.env.TARO_ENV === 'h5' ? window.location.pathname.replace(/index\.html$/, '') : shop.id
  return `kaidian:${path}:${name}`
}

/** What was kept under `name`, or null. A storage that is full or forbidden behaves as an empty one. */
export const recall = <T>(name: string): T | null => {
  try {
    const text: unknown = Taro.getStorageSync(keyOf(name))
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** Keeps `value` (JSON) under `name`; null forgets it. */
export const keep = (name: string, value: unknown): void => {
  try {
    if (value === null) Taro.removeStorageSync(keyOf(name))
    else Taro.setStorageSync(keyOf(name), JSON.stringify(value))
  } catch {
    // private browsing: the app works, it only forgets
  }
}
