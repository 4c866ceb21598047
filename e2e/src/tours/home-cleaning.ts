import { answer, shown, signIn, tap } from '../customer.ts'
import { goTo, ownPages, type Tour } from './tour.ts'

/** Hours × people at the customer's place: many lines in the price, an order not paid yet, a move to another time. */
export const homeCleaning: Tour = {
  shop: 'schemas/examples/home-cleaning.json',
  wall: '2027-03-01 08:00',
  walk: async (page, look, shop) => {
    await shown(page, '#service-cleaning').waitFor()
    await look('home')
    await tap(page, '#service-cleaning')
    await tap(page, '#people-more')
    await tap(page, '#duration-240')
    await look('service')
    await tap(page, '#next')
    await tap(page, '#day-2027-03-03')
    await tap(page, '#start-15-00')
    await look('time')
    await tap(page, '#next')
    await signIn(page, '13800138003')
    const home = { zone: 'outer', address: '花木路 1 号 301', area: '90', pets: 'no' }
    await answer(page, { name: '李雷', phone: '13800138003', ...home })
    await look('form')
    await page.goto('about:blank')
    await goTo(page, shop, 'home/index')
    await shown(page, '#unfinished').waitFor()
    await look('home with a booking left unfinished')
    await tap(page, '#unfinished-go-on')
    await tap(page, '#next')
    await shown(page, '#quote-total').waitFor()
    await look('confirm')
    await tap(page, '#accept')
    await tap(page, '#pay:not(.tap-disabled)')
    await page.locator('button[value="cancel"]').click()
    await shown(page, '#pay-again').waitFor()
    await look('result without the payment')
    await goTo(page, shop, 'orders/index')
    await look('orders, one to be paid')
    await tap(page, '[id^="order-ord_"]')
    await shown(page, '#order-pay').waitFor()
    await look('order to be paid')
    await tap(page, '#order-pay')
    await page.locator('button[value="pay"]').click()
    await tap(page, '#see-order')
    await tap(page, '#order-reschedule')
    await tap(page, '#day-2027-03-04')
    await tap(page, '#start-10-00')
    await look('reschedule')
    await tap(page, '#next')
    await shown(page, '#order-number').waitFor()
    await ownPages(page, shop, look)
  },
}
