import { answer, shown, signIn, tap } from '../customer.ts'
import { goTo, ownPages, type Tour } from './tour.ts'

/** Free seats that are gone: the line, and a place in it; other sessions have seats, and nothing is to be paid. */
export const lecture: Tour = {
  shop: 'schemas/examples/lecture.json',
  wall: '2027-01-05 10:00',
  walk: async (page, look, shop) => {
    await shown(page, '#service-lecture').waitFor()
    await look('home')
    await tap(page, '#service-lecture')
    await shown(page, '#next').waitFor()
    await look('service')
    await tap(page, '#next')
    await tap(page, '[id^="session-january"]')
    await look('sessions')
    await tap(page, '#next')
    await signIn(page, '13800138004')
    await answer(page, { name: '王五', phone: '13800138004', heard: 'poster' })
    await look('form')
    await tap(page, '#next')
    await tap(page, '#accept')
    await look('confirm, free')
    await tap(page, '#pay')
    await shown(page, '#see-order').waitFor()
    await look('result, free')
    await tap(page, '#see-order')
    await shown(page, '#check-in-code').waitFor()
    await look('order, free')
    await ownPages(page, shop, look)
    await goTo(page, shop, 'home/index')
    await tap(page, '#service-monthly')
    await tap(page, '#next')
    await shown(page, '[id^="session-"]').waitFor()
    await look('sessions of a series')
  },
}
