import type { FormField, PublicForm } from '../booking.ts'
import { isRecord, ownOf } from './field-kind.ts'

/** What may be uploaded for a field. */
export interface UploadLimits {
  readonly accept: readonly NonNullable<FormField['accept']>[number][]
  /** Of one file. */
  readonly maxBytes: number
  readonly maxCount: number
}

/** Limits of a file, image or signature field, defaults filled in; undefined for other kinds. */
export function uploadLimits({ kind, accept, maxBytes, maxCount = 1 }: FormField): UploadLimits | undefined {
  if (kind === 'signature') return { accept: ['png'], maxBytes: maxBytes ?? 102_400, maxCount: 1 }
  if (kind !== 'file' && kind !== 'image') return undefined
  const pictures = ['jpg', 'png', 'webp'] as const
  return {
    accept: accept ?? (kind === 'image' ? pictures : [...pictures, 'pdf']),
    maxBytes: maxBytes ?? 5_242_880,
    maxCount,
  }
}

/** The field that a path of ids names, `photos`, or in a group `pets.photo`, if something can be uploaded for it. */
export function uploadField({ fields }: Pick<PublicForm, 'fields'>, path: string): FormField | undefined {
  const [id, ...rest] = path.split('.')
  const field = fields.filter((one) => one.id === id)[0]
  if (!field) return undefined
  if (rest.length > 0) return field.fields && uploadField({ fields: field.fields }, rest.join('.'))
  return uploadLimits(field) && field
}

/** Uploads that an answer names. */
export interface NamedUploads {
  readonly field: FormField
  /** As {@link uploadField} takes it: `pets.photo`. */
  readonly path: string
  /** Where the answer is: `pets.0.photo`. */
  readonly at: string
  readonly ids: readonly string[]
}

/** All uploads that answers name. @param answers as `checkAnswers` keeps them */
export function uploadsNamed(
  { fields }: Pick<PublicForm, 'fields'>,
  answers: Readonly<Record<string, unknown>>,
): NamedUploads[] {
  const named: NamedUploads[] = []
  for (const field of fields) {
    const answer = ownOf(answers, field.id)
    if (uploadLimits(field)) {
      const ids = Array.isArray(answer) ? (answer as readonly string[]) : typeof answer === 'string' ? [answer] : []
      if (ids.length > 0) named.push({ field, path: field.id, at: field.id, ids })
    } else if (field.fields && Array.isArray(answer))
      answer.forEach((item: unknown, index) => {
        if (!isRecord(item)) return
        for (const inner of uploadsNamed({ fields: field.fields ?? [] }, item))
          named.push({
            field: inner.field,
            path: `${field.id}.${inner.path}`,
            at: `${field.id}.${index}.${inner.at}`,
            ids: inner.ids,
          })
      })
  }
  return named
}
