import Taro from '@tarojs/taro'

/** Offers to dial the shop's number. Nothing happens when the customer declines. */
export const callShop = (phone: string | null): void => {
  if (!phone) return
  const digits = phone.replace(/[^\d+]/g, '')
  if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${digits}`
  else void Taro.makePhoneCall({ phoneNumber: digits }).catch(() => undefined)
}

interface Place {
  /** In the coordinates of Chinese maps (GCJ-02), as WeChat has them. */
  readonly location: { readonly latitude: number; readonly longitude: number } | null
  readonly name: string
  readonly address: string
}

/** Shows a place on a map, in a browser on a page of its own; without coordinates its address is copied. */
export const openPlace = ({ location, name, address }: Place): unknown => {
  if (!location) return Taro.setClipboardData({ data: address })
  if (process.env.TARO_ENV !== 'h5') return Taro.openLocation({ ...location, name, address }).catch(() => undefined)
  const marker = `position=${location.longitude},${location.latitude}&name=${encodeURIComponent(name)}`
  return window.open(`https://uri.amap.com/marker?${marker}&coordinate=gaode&callnative=1`, '_blank', 'noopener')
}
