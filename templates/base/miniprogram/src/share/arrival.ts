import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { begunPayment, resultPath } from '@/payment'

/**
 * What the scene of a mini-program code may say, at most 32 characters: `s=cut` a service, `o=ord_…` an order, `w=1` the customer's
 * waiting list.
 */
const PLACES: Readonly<Record<string, (value: string) => string>> = {
  s: (id) => `/pages/service/index?id=${encodeURIComponent(id)}`,
  o: (id) => `/pages/order/index?id=${encodeURIComponent(id)}`,
  ...(FEATURES.waitlist ? { w: () => '/pages/waitlist/index' } : {}),
}

/** The page that a scene leads to; null where it says nothing that is known. */
export const pageOfScene = (scene: string): string | null => {
  const [, key = '', value = ''] = /^(\w)=(.+)$/.exec(scene) ?? []
  const place = PLACES[key]
  return place && value ? place(value) : null
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

let arrived = false

/**
 * Leads on from the home page, once after the app was opened: to where the scanned code points, or to what became of a payment
 * during which the app was closed.
 */
export const useArrival = (): void => {
  const { scene } = useRouter().params
  useEffect(() => {
    if (arrived) return
    arrived = true
    const begun = begunPayment()
    const page = scene ? pageOfScene(decoded(scene)) : begun && resultPath(begun)
    if (page) void Taro.navigateTo({ url: page })
  }, [])
}
