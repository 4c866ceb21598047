import { listOf, recordOf, valueAt } from '../draft/document.ts'

/** A service that is sound from the start: one price, done by anyone of the staff, with the shop's first form. */
export function newService(id: string, document: unknown): unknown {
  return {
    id,
    title: { 'zh-CN': '新服务', en: 'New service' },
    mode: 'appointment',
    duration: 60,
    requirements: [{ role: 'staff', title: { 'zh-CN': '服务人员', en: 'Staff' }, kind: 'staff', choice: 'customer' }],
    offerings: [{ id: 'standard', title: { 'zh-CN': '标准', en: 'Standard' }, price: 10_000 }],
    form: recordOf(listOf(valueAt(document, '/forms'))[0])['id'] ?? 'booking',
  }
}
