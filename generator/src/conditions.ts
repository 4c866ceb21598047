import type { Subject } from './subject.ts'

/** What `when` of a row in `pack.json` may say: the row's file is there only while it holds. */
export const CONDITIONS = {
  /** The merchant has given the https address of the released API. */
  publicAddress: ({ shop }) => shop.publish?.apiBase !== undefined,
} as const satisfies Record<string, (subject: Subject) => boolean>
