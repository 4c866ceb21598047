import { answer, shown, signIn, tap } from '../customer.ts'
import { goTo, ownPages, payAt, type Tour } from './tour.ts'

/** A course for two children with a deposit: pages of a form for each child, what is left to pay, one child who leaves. */
export const codingSchool: Tour = {
  shop: 'schemas/examples/coding-school.json',
  wall: '2027-02-10 10:00',
  walk: async (page, look, shop) => {
    await shown(page, '#service-enlightenment').waitFor()
    await look('home')
    await tap(page, '#service-enlightenment')
    await shown(page, '#next').waitFor()
    await look('service')
    await tap(page, '#next')
    await tap(page, '#people-more')
    await tap(page, '#session-spring')
    await look('sessions')
    await tap(page, '#next')
    await signIn(page, '13800138001')
    await answer(page, { name: '王芳', phone: '13800138001', relation: 'mother', photos: 'no', terms: true })
    await look('form')
    await tap(page, '#next')
    await answer(page, { name: '王小明', birthDate: '2019-05-01', grade: 'grade-2', allergy: 'no' })
    await look('form of a child')
    await tap(page, '#next')
    await answer(page, { name: '王小红', birthDate: '2018-05-01', grade: 'grade-3', allergy: 'no' })
    await tap(page, '#next')
    await tap(page, '#plan-deposit')
    await look('confirm')
    await payAt(page)
    await look('result')
    await tap(page, '#see-order')
    await shown(page, '#order-number').waitFor()
    await look('order with a balance')
    await tap(page, '#order-cancel')
    await tap(page, '#cancel-person-1')
    await shown(page, '#cancel-refund').waitFor()
    await look('cancel for one')
    await tap(page, '#cancel-confirm')
    await page.locator('.party-gone:visible').first().waitFor()
    await look('order without one')
    await tap(page, '#order-invoice')
    await tap(page, '#field-kind-company')
    await shown(page, '#field-row-taxNumber').waitFor()
    await look('invoice')
    const paper = { title: '上海明日科技有限公司', taxNumber: '91310000MA1K35XYZ8', email: 'cw@example.com' }
    await answer(page, paper)
    await tap(page, '#invoice-send')
    await shown(page, '#invoice-asked').scrollIntoViewIfNeeded()
    await look('order with an invoice')
    await ownPages(page, shop, look)
    await goTo(page, shop, 'waitlist/index')
    await look('waiting list, empty')
  },
}
