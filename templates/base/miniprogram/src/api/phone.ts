import { call } from './client'

/** The phone number behind the code that WeChat's button gives; a code can be used once. Throws ApiError. */
export const phoneBehind = (code: string) =>
  call<{ readonly phone: string }>('/phone-numbers', { method: 'POST', body: { code } })
