import type { Subject } from '../subject.ts'

/** `description`: the shop as it was described. */
export const description = ({ shop }: Subject) => ({ shop })
