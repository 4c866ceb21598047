import type { Words } from '@kaidian/runtime/domain/booking.ts'

/** A fault of the person at the keyboard (a missing file, a foreign folder): told in one sentence, never with a stack trace. */
export class InputError extends Error {
  override name = 'InputError'
  readonly words: Required<Words>

  /** @param zh Chinese sentence. @param en the same in English; it is also `message`. */
  constructor(zh: string, en: string) {
    super(en)
    this.words = { 'zh-CN': zh, en }
  }
}
