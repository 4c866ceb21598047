import Taro from '@tarojs/taro'
import { createSession } from '@/api/calls'
import { createStore } from '@/store'
import { signedInPhone, startSession, token } from './token'

/** Somebody waits for the customer to sign in, or to decline. */
export interface SignInRequest {
  /** What to fill in for the phone, when the app knows it. */
  readonly answer: (signedIn: boolean) => void
}

export const signInRequest = createStore<SignInRequest | null>(null)

/**
 * True when there is a session, at once or after the sheet was shown; false when the customer declined. Call it only from a tap
 * on something that needs a session.
 */
export const signedIn = (): Promise<boolean> => {
  if (token.get()) return Promise.resolve(true)
  signInRequest.get()?.answer(false)
  return new Promise((resolve) => {
    signInRequest.set({
      answer: (result) => {
        signInRequest.set(null)
        resolve(result)
      },
    })
  })
}

export const signInByPhone = async (phone: string, code: string): Promise<void> => {
  startSession((await createSession({ phone, code })).token)
  signedInPhone.set(phone)
}

export const signInByWechat = async (): Promise<void> => {
  const { code } = await Taro.login()
  startSession((await createSession({ wechatCode: code })).token)
}
