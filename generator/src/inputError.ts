import type { Words } from '@kaidian/runtime/domain/booking.ts'

/** A fault of the person at the keyboard (a missing file, a foreign folder): told in one sentence, never with a stack trace. */
export class InputError extends Error {
  override name = 'InputError'
  readonly words: Required<Words>
  /** How a command that met it ends: 1 when the description has problems, 2 when it could not be tried. */
  readonly exitCode: 1 | 2 = 2

  /** @param zh Chinese sentence. @param en the same in English; it is also `message`. */
  constructor(zh: string, en: string) {
    super(en)
    this.words = { 'zh-CN': zh, en }
  }
}

/** By shape, not by class: a module that is loaded twice has its class twice. */
export const isInputError = (error: unknown): error is InputError =>
  error instanceof Error && 'words' in error && 'exitCode' in error
