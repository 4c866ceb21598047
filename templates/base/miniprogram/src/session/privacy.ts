import Taro from '@tarojs/taro'
import { createStore } from '@/store'

type Answer = (result: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void

/** The platform asks for consent before a function that touches personal data; null while it does not. */
export const privacyQuestion = createStore<Answer | null>(null)

/** In WeChat: shows our dialog whenever the platform needs consent. */
export const listenToPrivacy = (): void => {
  if (process.env.TARO_ENV !== 'weapp') return
  Taro.onNeedPrivacyAuthorization?.((resolve: unknown) => privacyQuestion.set(resolve as Answer))
}
