import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Asks anew when the page is pulled down, and lets go of it when there is an answer. The page's config has to allow it. */
export const usePullDown = (reload: () => Promise<unknown>): void =>
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
