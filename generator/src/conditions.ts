import type { Subject } from './subject.ts'

/** What `when` in `pack.json` may say: the file or folder is there only while it holds. */
export const CONDITIONS = {
  /** The merchant has given the https address of the released API. */
  publicAddress: ({ shop }) => shop.publish?.apiBase !== undefined,
  appointments: ({ features }) => features.appointments,
  sessions: ({ features }) => features.sessions,
  tickets: ({ features }) => features.tickets,
  waitlist: ({ features }) => features.waitlist,
  entitlements: ({ features }) => features.entitlements,
  listedCoupons: ({ features }) => features.listedCoupons,
  transfers: ({ features }) => features.transfers,
  invoices: ({ features }) => features.invoices,
  feedback: ({ features }) => features.feedback,
} as const satisfies Record<string, (subject: Subject) => boolean>
