import type { Json } from '../http/client.ts'

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const requirement = (role: string, kind: string, choice = 'customer') => ({
  role,
  kind,
  choice,
  title: words(role, role),
})
const resource = (id: string, kind: string) => ({ id, kind, name: words(id, id) })

/**
 * One of everything that is claimed: a stylist with a chair and a chair with a stylist, a class sold as a course and by the
 * lesson on the same twelve seats, tickets in a quota with a coupon, a pass. Everything is given back whole when cancelled.
 */
export const smallShop = (): Json => ({
  id: 'small',
  profile: { name: words('小店', 'Small shop') },
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  theme: { accent: '#336699' },
  locales: ['zh-CN', 'en'],
  hours: {
    weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '08:00', to: '20:00' }],
  },
  resources: [
    resource('stylist-1', 'staff'),
    resource('stylist-2', 'staff'),
    resource('chair-1', 'room'),
    resource('chair-2', 'room'),
  ],
  entitlements: [
    { id: 'five', kind: 'pass', title: words('五次卡', 'Five'), uses: 5, services: ['cut'], covers: ['base'] },
  ],
  services: [
    {
      id: 'cut',
      title: words('剪发', 'Cut'),
      mode: 'appointment',
      duration: 60,
      requirements: [requirement('stylist', 'staff'), requirement('chair', 'room')],
      offerings: [{ id: 'one', title: words('剪', 'Cut'), price: 5000 }],
      form: 'contact',
      policies: {
        booking: { notice: 0, horizon: 60, step: 30, holdMinutes: 10 },
        cancellation: { tiers: [{ before: 0, refund: 10000 }] },
        reschedule: { times: 3, before: 0, free: 1, fee: 500 },
      },
    },
    {
      id: 'wash',
      title: words('洗发', 'Wash'),
      mode: 'appointment',
      duration: 60,
      requirements: [requirement('chair', 'room'), requirement('stylist', 'staff')],
      offerings: [{ id: 'one', title: words('洗', 'Wash'), price: 3000 }],
      form: 'contact',
    },
    {
      id: 'class',
      title: words('课', 'Class'),
      mode: 'session',
      duration: 60,
      people: { max: 3 },
      series: [
        {
          id: 'daily',
          title: words('每天', 'Daily'),
          day: '2026-12-10',
          time: '10:00',
          rrule: 'FREQ=DAILY;COUNT=5',
          seats: 12,
        },
      ],
      offerings: [
        { id: 'course', title: words('整期', 'Course'), price: 40000, per: 'person', covers: 'series' },
        { id: 'lesson', title: words('单次', 'Lesson'), price: 10000, per: 'person', covers: 'session' },
      ],
      form: 'contact',
    },
    {
      id: 'event',
      title: words('活动', 'Event'),
      mode: 'registration',
      event: { day: '2026-12-20', time: '10:00', endTime: '12:00' },
      people: { max: 4 },
      quotas: [
        { id: 'front', title: words('前排', 'Front'), total: 8 },
        { id: 'all', title: words('全部', 'All'), total: 20 },
      ],
      offerings: [
        { id: 'front', title: words('前排', 'Front'), price: 20000, per: 'person', quotas: ['front', 'all'] },
        { id: 'back', title: words('后排', 'Back'), price: 8000, per: 'person', quotas: ['all'] },
      ],
      form: 'contact',
    },
    {
      id: 'card',
      title: words('次卡', 'Pass'),
      mode: 'registration',
      people: { max: 1 },
      offerings: [{ id: 'five', title: words('五次', 'Five'), price: 20000, grants: 'five' }],
      form: 'contact',
      // Without a date there is no time before it.
      policies: { cancellation: { tiers: [{ refund: 10000 }] } },
    },
  ],
  forms: [
    {
      id: 'contact',
      title: words('联系', 'Contact'),
      fields: [{ id: 'name', kind: 'personName', label: words('姓名', 'Name'), required: true, maxLength: 30 }],
    },
  ],
  fees: [
    {
      id: 'early',
      label: words('早', 'Early'),
      phase: 'coupon',
      code: 'EARLY',
      services: ['event'],
      budget: { total: 4 },
      apply: { kind: 'flat', amount: 1000 },
    },
  ],
  policies: {
    booking: { notice: 0, horizon: 60, step: 30, holdMinutes: 10 },
    payment: { kind: 'full' },
    cancellation: { tiers: [{ before: 0, refund: 10000 }] },
    reschedule: { times: 3, before: 0 },
  },
})
