import Taro from '@tarojs/taro'

/** Offers to dial the shop's number. Nothing happens when the customer declines. */
export const callShop = (phone: string | null): void => {
  if (!phone) return
  const digits = phone.replace(/[^\d+]/g, '')
  if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${digits}`
  else void Taro.makePhoneCall({ phoneNumber: digits }).catch(() => undefined)
}
