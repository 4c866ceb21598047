import type { FormField, Words } from '@kaidian/runtime/domain/booking.ts'

export interface AnswerRow {
  readonly id: string
  readonly kind: FormField['kind'] | null
  readonly label: string
  /** null when it was not answered */
  readonly value: string | null
  /** Ids of uploads, or a drawing as a `data:` address, once they are revealed. */
  readonly files?: readonly string[]
  /** Of a repeating group: the rows of each entry. */
  readonly entries?: readonly (readonly AnswerRow[])[]
}

/** What answers are told with. */
export interface AnswerWords {
  readonly say: (words: Words) => string
  readonly yes: string
  readonly no: string
  readonly files: (count: number) => string
  readonly entries: (count: number) => string
  /** Name of a kind of ID document. */
  readonly document: (type: string) => string
}

type Answers = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (answers: Answers, part: string): string => {
  const value = answers[part]
  return typeof value === 'string' ? value : ''
}
const isFile = (value: unknown): value is string =>
  typeof value === 'string' && (value.startsWith('upl_') || value.startsWith('data:image/'))

/**
 * Answers in the order of the form, with the form's words. An answer whose field has since left the form keeps its own
 * name, so that nothing a customer wrote is hidden.
 */
export function answerRows(fields: readonly FormField[], answers: Answers, words: AnswerWords): readonly AnswerRow[] {
  const known = fields
    .filter(({ kind }) => kind !== 'note')
    .map((field) => ({
      id: field.id,
      kind: field.kind,
      label: words.say(field.label),
      ...told(field, answers[field.id], words),
    }))
  const left = Object.entries(answers)
    .filter(([id]) => !fields.some((field) => field.id === id))
    .map(([id, value]) => ({ id, kind: null, label: id, value: plain(null, value, words) }))
  return [...known, ...left]
}

function told(field: FormField, value: unknown, words: AnswerWords): Pick<AnswerRow, 'value' | 'files' | 'entries'> {
  if (field.kind === 'group') return toldGroup(field, value, words)
  if (field.kind !== 'file' && field.kind !== 'image' && field.kind !== 'signature')
    return { value: plain(field, value, words) }
  // Masked, files are told by their number, and a signature by a sign that there is one.
  if (typeof value === 'number') return { value: value === 0 ? null : words.files(value) }
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  const files = all.filter(isFile)
  if (files.length > 0) return { value: words.files(files.length), files }
  return { value: typeof value === 'string' && value !== '' ? words.files(1) : null }
}

function toldGroup(field: FormField, value: unknown, words: AnswerWords): Pick<AnswerRow, 'value' | 'entries'> {
  if (typeof value === 'number') return { value: value === 0 ? null : words.entries(value) }
  const entries = (Array.isArray(value) ? value : []).filter(isRecord)
  if (entries.length === 0) return { value: null }
  return {
    value: words.entries(entries.length),
    entries: entries.map((entry) => answerRows(field.fields ?? [], entry, words)),
  }
}

function plain(field: FormField | null, value: unknown, words: AnswerWords): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const titleOf = (one: unknown): string => {
    const choice = field?.choices?.find(({ id }) => id === one)
    return choice ? words.say(choice.title) : String(one)
  }
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(titleOf).join('、')
  if (!isRecord(value)) return titleOf(value)
  if (field?.kind === 'idDocument')
    return [words.document(textIn(value, 'type')), textIn(value, 'number')].filter((part) => part !== '').join(' ')
  if (field?.kind === 'region')
    return (
      ['province', 'city', 'district']
        .map((part) => textIn(value, part))
        .filter((part) => part !== '')
        .join(' ') || null
    )
  return JSON.stringify(value)
}
