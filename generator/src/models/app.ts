import type { Subject } from '../subject.ts'
import { native } from './native.ts'

/** `app`: what the mini-program must know before its API has answered. */
export const app = ({ shop, seen, features }: Subject) => ({
  features,
  shop: {
    id: seen.id,
    name: seen.profile.name['zh-CN'],
    theme: seen.theme,
    zone: seen.zone,
    locales: seen.locales,
    /** The developer tools accept this word in place of an appid. */
    appid: shop.publish?.appid ?? 'touristappid',
    /** Without an address the build must be given TARO_APP_API_BASE. */
    apiBase: shop.publish?.apiBase ?? '',
  },
  /** Functions of WeChat that read something private: each must be announced, and none that is not used. */
  privateInfos: features.addresses ? ['chooseAddress'] : [],
  native: native(seen.theme),
})
