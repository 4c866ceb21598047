import { answer, shown, signIn, tap } from '../customer.ts'
import { PICTURE } from '../picture.ts'
import { asMerchant } from '../shops.ts'
import { goTo, ownPages, payAt, type Tour } from './tour.ts'

/** Tickets: a form with an ID card and an upload, a coupon, an approval, a code for the gate, an order that is passed on. */
export const cityRun: Tour = {
  shop: 'schemas/examples/city-run.json',
  wall: '2026-12-05 10:00',
  walk: async (page, look, shop) => {
    await shown(page, '#service-run').waitFor()
    await look('home')
    await tap(page, '#home-coupons')
    await shown(page, '#coupon-run2026').waitFor()
    await look('coupons')
    await page.goBack()
    await tap(page, '#service-run')
    await shown(page, '#next').waitFor()
    await look('service')
    await tap(page, '#next')
    await tap(page, '#ticket-full-more')
    await look('tickets')
    await tap(page, '#next')
    await signIn(page, '13800138002')
    await shown(page, '#field-row-name, #field-name').waitFor()
    await tap(page, '#next')
    await shown(page, '[id^="fault-"]').waitFor()
    await look('form with faults')
    await answer(page, { name: '陈晨', idDocument: '110101199003074477', phone: '13800138002' })
    await tap(page, '#next')
    await answer(page, { emergencyName: '陈父', emergencyPhone: '13800138009', size: 'm' })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, '#field-row-proof [id$="-add"]')])
    const uploaded = page.waitForResponse((response) => response.url().includes('/api/uploads'))
    await chooser.setFiles({ name: 'proof.png', mimeType: 'image/png', buffer: PICTURE })
    await uploaded
    await look('form with a file')
    await tap(page, '#next')
    await answer(page, { invoice: 'none' })
    await tap(page, '#next')
    await shown(page, '#coupon-use-run2026').waitFor()
    await look('confirm')
    await tap(page, '#coupon-use-run2026')
    await shown(page, '#coupon-applied').waitFor()
    await look('confirm with a coupon')
    await payAt(page)
    await look('result')
    await tap(page, '#see-order')
    await shown(page, '#awaiting').waitFor()
    await look('order to be approved')
    const id = /id=([^&]+)/.exec(page.url())?.[1] ?? ''
    await asMerchant(shop, `orders/${id}/approval`, { decision: 'approve' })
    await page.reload()
    await shown(page, '#check-in-code').waitFor()
    await look('order with a code')
    await tap(page, '#order-transfer')
    await shown(page, '#transfer-code').waitFor()
    await look('passing it on')
    const code = (await shown(page, '#transfer-code').textContent()) ?? ''
    await ownPages(page, shop, look)
    await goTo(page, shop, 'transfer/index')
    await look('transfer')
    await goTo(page, shop, `transfer/index?code=${code}`)
    await shown(page, '#transfer-what').waitFor()
    await look('transfer of a place')
  },
}
