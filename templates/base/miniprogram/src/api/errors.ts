import { messages } from '@/i18n'

export interface FieldFault {
  readonly field: string
  readonly message: string
}

/**
 * Everything that can go wrong with a call. `code` is the server's (`SLOT_TAKEN`), or `OFFLINE` or `TIMEOUT` when no answer
 * came. `message` is a sentence for the customer, in their language.
 */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | null
  readonly fields: readonly FieldFault[]

  constructor(
    code: string,
    status: number,
    message: string,
    field: string | null = null,
    fields: readonly FieldFault[] = [],
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.field = field
    this.fields = fields
  }

  /** Whether the server may have done it all the same: then the call is repeated under the same key. */
  get undecided(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

interface ErrorBody {
  readonly error?: {
    readonly code?: string
    readonly message?: string
    readonly field?: string
    readonly fields?: readonly FieldFault[]
    readonly id?: string
  }
}

/** The refusal in an answer of `status`. */
export const refusalIn = (status: number, body: unknown): ApiError => {
  const { error = {} } = (body ?? {}) as ErrorBody
  const unknown = error.id ? messages().unexpectedWithId(error.id) : messages().unexpected
  const message = status >= 500 || !error.message ? unknown : error.message
  return new ApiError(error.code ?? 'UNKNOWN', status, message, error.field ?? null, error.fields ?? [])
}

/** The sentence to show for anything that was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : messages().unexpected

export const codeOf = (error: unknown): string => (error instanceof ApiError ? error.code : '')
