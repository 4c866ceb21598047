import type { Json } from '../http/client.ts'
import { furtherShop } from './world.ts'

const words = (text: string): Json => ({ 'zh-CN': text, en: text })

/** An exam twice in two rooms of three and four seats, and a talk in a hall without numbers. */
export const exams = (): Json => {
  const { eligibility: _eligibility, participants: _participants, ...exam } = furtherShop('language-exam').services[0]
  const shop = furtherShop('language-exam')
  return {
    ...shop,
    hours: { weekly: [{ days: ['mon', 'sat', 'sun'], from: '08:00', to: '20:00' }] },
    resources: ['a', 'b', 'hall'].map((id) => ({ id, kind: 'room', name: words(id.toUpperCase()) })),
    forms: shop.forms.slice(0, 1),
    fees: [],
    services: [
      {
        ...exam,
        people: { max: 4 },
        offerings: [
          { id: 'paid', title: '付费', price: 10000 },
          { id: 'free', title: '免费', price: 0 },
          { id: 'judged', title: '审核', price: 0, approval: 'afterPayment' },
        ],
        series: [
          {
            id: 'may',
            day: '2027-05-15',
            time: '09:00',
            also: ['2027-05-16T09:00'],
            rooms: [
              { resource: 'a', seats: 3 },
              { resource: 'b', seats: 4 },
            ],
          },
          {
            id: 'talk',
            day: '2027-05-17',
            time: '19:00',
            duration: 60,
            rooms: [{ resource: 'hall', seats: 9, numbered: false }],
          },
        ],
      },
    ],
    policies: {
      ...shop.policies,
      booking: { horizon: 120 },
      cancellation: { tiers: [{ before: 0, refund: 10000 }] },
      reschedule: { times: 2, before: 0 },
      transfer: { times: 1 },
    },
  }
}
