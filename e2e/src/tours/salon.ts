import { answer, shown, signIn, tap } from '../customer.ts'
import { goTo, ownPages, payAt, type Tour } from './tour.ts'

/** Appointments: who, when, a fault in the form, a payment put off, then made, and the order taken back. */
export const salon: Tour = {
  shop: 'schemas/examples/salon.json',
  wall: '2026-12-01 09:00',
  walk: async (page, look, shop) => {
    await shown(page, '#service-cut').waitFor()
    await look('home')
    await goTo(page, shop, 'orders/index')
    await look('orders before signing in')
    await goTo(page, shop, 'me/index')
    await look('me before signing in')
    await goTo(page, shop, 'home/index')
    await tap(page, '#service-cut')
    await tap(page, '#offering-director')
    await look('service')
    await page.route('**/api/availability*', (route) => route.abort())
    await tap(page, '#next')
    await shown(page, '#retry').waitFor()
    await look('time without network')
    await page.unroute('**/api/availability*')
    await tap(page, '#retry')
    await tap(page, '[id^="start-"]')
    await look('time')
    await tap(page, '#next')
    await shown(page, '#sign-in-phone').waitFor()
    await look('sign-in')
    await signIn(page, '13800138011')
    await shown(page, '#field-name').waitFor()
    await tap(page, '#next')
    await shown(page, '#fault-name').waitFor()
    await look('form with a fault')
    await answer(page, { name: '韩梅梅', phone: '13800138011' })
    await tap(page, '#next')
    await shown(page, '#quote-total').waitFor()
    await look('confirm')
    await payAt(page)
    await look('result')
    await tap(page, '#see-order')
    await shown(page, '#order-number').waitFor()
    await look('order')
    await ownPages(page, shop, look)
    await goTo(page, shop, 'orders/index')
    await tap(page, '[id^="order-ord_"]')
    await tap(page, '#order-cancel')
    await shown(page, '#cancel-refund').waitFor()
    await look('cancel')
    await tap(page, '#cancel-confirm')
    await shown(page, '#order-again').waitFor()
    await look('order cancelled')
  },
}
