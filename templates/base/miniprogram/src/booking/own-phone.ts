import { signedInPhone } from '@/session/token'
import { formIn, serviceIn, shopStore } from '@/shop/store'
import { draftStore, fillInPhone } from './draft'

/**
 * Fills the phone the customer signed in with into the order's form before it is shown. In a browser an input that is given
 * another value while it is being drawn throws.
 */
export const fillInOwnPhone = (): void => {
  const { shop } = shopStore.get()
  const phone = signedInPhone.get()
  const form = shop ? formIn(shop, serviceIn(shop, draftStore.get()?.service)?.form) : undefined
  const first = form?.fields.find(({ kind }) => kind === 'phone')
  if (first && phone) fillInPhone([first], phone)
}
