import Taro from '@tarojs/taro'

/** `pages/order/index` of each page that is open, the one shown last. In a browser they begin with a slash. */
const openPages = (): readonly string[] => Taro.getCurrentPages().map(({ route }) => (route ?? '').replace(/^\//, ''))

/** The arrow at the top: to the page before, or home where a link or a reload opened this one alone. */
export const goBack = (): Promise<unknown> =>
  openPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: '/pages/home/index' })

/**
 * Back to one of `pages` (`order`, `form` …), where the nearest of those open is at most two away; else on to `url`, since a link,
 * a reload or the home page may have led here another way.
 */
export const backTo = (pages: readonly string[], url: string): Promise<unknown> => {
  const before = openPages().slice(0, -1).reverse()
  const delta = before.slice(0, 2).findIndex((route) => pages.some((page) => route === `pages/${page}/index`)) + 1
  return delta > 0 ? Taro.navigateBack({ delta }) : Taro.redirectTo({ url })
}
