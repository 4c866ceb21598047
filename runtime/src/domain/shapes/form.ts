import type { Words } from './words.ts'

/** A form with every text as Words; the field kinds are those of the shop language. */
export interface PublicForm {
  readonly id: string
  readonly title: Words
  readonly pages: readonly { readonly id: string; readonly title: Words }[]
  readonly fields: readonly FormField[]
}

export interface FormField {
  readonly id: string
  readonly kind:
    | 'text'
    | 'longText'
    | 'number'
    | 'choice'
    | 'several'
    | 'date'
    | 'time'
    | 'phone'
    | 'personName'
    | 'idDocument'
    | 'address'
    | 'region'
    | 'file'
    | 'image'
    | 'signature'
    | 'rating'
    | 'consent'
    | 'computed'
    | 'group'
    | 'note'
  readonly label: Words
  readonly help?: Words
  readonly placeholder?: Words
  readonly text?: Words
  readonly required?: boolean
  readonly visibleWhen?: FieldCondition
  readonly requiredWhen?: FieldCondition
  readonly minLength?: number
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
  readonly from?: string
  readonly to?: string
  readonly choices?: readonly { readonly id: string; readonly title: Words }[]
  readonly page?: string
  readonly section?: Words
  readonly widget?: 'radio' | 'select' | 'stepper' | 'slider' | 'switch'
  readonly pattern?: string
  readonly patternMessage?: Words
  readonly default?: string | number | boolean | readonly unknown[]
  readonly types?: readonly ('idCard' | 'passport' | 'hkMacaoTaiwan')[]
  readonly readFrom?: string
  readonly birthDate?: boolean
  readonly maxCount?: number
  readonly maxBytes?: number
  readonly accept?: readonly ('jpg' | 'png' | 'webp' | 'gif' | 'heic' | 'pdf' | 'docx' | 'xlsx' | 'mp4')[]
  readonly level?: 'province' | 'city' | 'district'
  readonly compute?:
    | { readonly kind: 'age'; readonly of: string; readonly on?: string }
    | { readonly kind: 'sum' | 'product'; readonly of: readonly string[] }
    | { readonly kind: 'count'; readonly of: string }
  readonly fields?: readonly FormField[]
}

/** The Condition of the shop language, written out so that this file needs no other. */
export type FieldCondition =
  | { readonly all: readonly FieldCondition[] }
  | { readonly any: readonly FieldCondition[] }
  | { readonly not: FieldCondition }
  | {
      readonly fact: string
      readonly op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'notIn' | 'contains' | 'given' | 'missing'
      readonly value?: string | number | boolean | readonly (string | number)[]
    }
