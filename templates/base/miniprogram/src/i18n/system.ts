import Taro from '@tarojs/taro'

/** What the phone is set to, most wanted first, as the host writes it: `zh_CN` in WeChat, `en-GB` in a browser. */
const systemLanguages = (): readonly string[] => {
  if (process.env.TARO_ENV === 'h5') return navigator.languages ?? [navigator.language]
  const { language } = Taro.getAppBaseInfo?.() ?? Taro.getSystemInfoSync()
  return language ? [language] : []
}

const tongue = (language: string): string => (language.split(/[-_]/)[0] ?? '').toLowerCase()

/** The first of the phone's languages that the app speaks; undefined where it speaks none of them. */
export const systemLocale = <Locale extends string>(spoken: readonly Locale[]): Locale | undefined => {
  for (const language of systemLanguages()) {
    const found = spoken.find((locale) => tongue(locale) === tongue(language))
    if (found) return found
  }
  return undefined
}
