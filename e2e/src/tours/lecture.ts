import { randomUUID } from 'node:crypto'
import { answer, shown, signIn, tap } from '../customer.ts'
import { call, merchantOrders } from '../salon.ts'
import { asMerchant, type OpenShop } from '../shops.ts'
import { goTo, ownPages, type Tour } from './tour.ts'

/** Somebody else takes the only seat of the first monthly reading. @returns the id of that session */
async function seatTaken(shop: OpenShop): Promise<string> {
  const phone = '13800138099'
  const api = `${shop.url}/api`
  const sent = { method: 'POST', body: { phone } }
  const { simulatedCode: code } = await call<{ simulatedCode: string }>(`${api}/sign-in-codes`, sent)
  const { token } = await call<{ token: string }>(`${api}/sessions`, { method: 'POST', body: { phone, code } })
  const found = await call<{ sessions: { id: string }[] }>(`${api}/sessions?service=monthly&from=2027-02-01&days=60`)
  const session = found.sessions[0]?.id ?? ''
  const selection = { service: 'monthly', session, people: 1 }
  const post = { method: 'POST', token }
  const hold = await call<{ id: string }>(`${api}/holds`, { ...post, key: randomUUID(), body: { selection } })
  const answers = { name: '赵六', phone, heard: 'poster' }
  const order = { hold: hold.id, answers, accepts: { agreement: true, privacy: true } }
  await call(`${api}/orders`, { ...post, key: randomUUID(), body: order })
  return session
}

/** Free seats: nothing is to be paid; a line for seats that are gone, and a place in it; what the guest thought of it. */
export const lecture: Tour = {
  shop: 'schemas/examples/lecture.json',
  wall: '2027-01-15 10:00',
  prepare: (description) => {
    const services = description['services'] as { id: string; series: { seats: number }[] }[]
    const series = services.find(({ id }) => id === 'monthly')?.series[0]
    if (series) series.seats = 1
  },
  walk: async (page, look, shop) => {
    const full = await seatTaken(shop)
    await shown(page, '#service-lecture').waitFor()
    await look('home')
    await goTo(page, shop, 'orders/index')
    await tap(page, '#sign-in')
    await signIn(page, '13800138004')
    await page.locator('#sign-in:visible').waitFor({ state: 'detached' })
    await look('orders, none yet')
    await goTo(page, shop, 'home/index')
    await tap(page, '#service-lecture')
    await shown(page, '#next').waitFor()
    await look('service')
    await tap(page, '#next')
    await tap(page, '[id^="session-january"]')
    await look('sessions')
    await tap(page, '#next')
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
    await tap(page, `#session-${full.replace(/[@:]/g, '-')}`)
    await look('sessions of a series, the first one full')
    await tap(page, '#join-waitlist')
    await shown(page, '#waitlist-join').waitFor()
    await look('joining the line')
    await tap(page, '#waitlist-join')
    await answer(page, { name: '王五', phone: '13800138004', heard: 'poster' })
    await tap(page, '#next')
    await tap(page, '#accept')
    await look('confirm for the line')
    await tap(page, '#pay')
    await shown(page, '[id^="position-"]').waitFor()
    await look('waiting list')

    const order = (await merchantOrders(shop.url)).find(({ checkInCode }) => checkInCode !== null)
    await shop.later(28 * 60)
    await asMerchant(shop, `orders/${order?.id}/check-in`, {})
    await shop.later(4 * 60)
    await goTo(page, shop, `feedback/index?order=${order?.id}`)
    await tap(page, '#feedback-send')
    await shown(page, '[id^="fault-"]').waitFor()
    await look('feedback with a fault')
    await answer(page, { overall: '4', length: 'right', next: '城市里的树' })
    await look('feedback')
    await tap(page, '#feedback-send')
    await shown(page, '#order-number').waitFor()
    await look('order with feedback')
  },
}
