import type { FormField, PublicForm, Words } from '../booking.ts'
import { type FormContext } from './facts.ts'
import { visibleFields } from './answers.ts'

/** Fields under one heading. */
export interface FormSection {
  readonly title: Words | null
  readonly fields: readonly FormField[]
}

/** What is filled in at one go. */
export interface FormPage {
  /** Null in a form without pages. */
  readonly id: string | null
  readonly title: Words | null
  readonly sections: readonly FormSection[]
}

/**
 * The shown fields by page and section, in the order of the pages; what has no shown field is left out. A field that names
 * no page is on that of the field before, a heading counts until the next one on its page.
 */
export function pagesOf(
  form: PublicForm,
  answers: Readonly<Record<string, unknown>>,
  context: FormContext = {},
): readonly FormPage[] {
  const visible = visibleFields(form, answers, context)
  const pages: readonly { readonly id: string | null; readonly title: Words | null }[] =
    form.pages.length > 0 ? form.pages : [{ id: null, title: null }]
  let at = 0
  const placed = form.fields.map((field) => {
    const named = form.pages.map(({ id }) => id).indexOf(field.page ?? '')
    if (named >= 0) at = named
    return { field, page: at }
  })
  return pages
    .map(({ id, title }, index) => ({
      id,
      title,
      sections: sectionsOf(
        placed.filter(({ page }) => page === index).map(({ field }) => field),
        visible,
      ),
    }))
    .filter(({ sections }) => sections.length > 0)
}

function sectionsOf(fields: readonly FormField[], visible: readonly FormField[]): readonly FormSection[] {
  const sections: { title: Words | null; fields: FormField[] }[] = [{ title: null, fields: [] }]
  for (const field of fields) {
    if (field.section !== undefined) sections.push({ title: field.section, fields: [] })
    const last = sections[sections.length - 1]
    if (last && visible.indexOf(field) >= 0) last.fields.push(field)
  }
  return sections.filter((section) => section.fields.length > 0)
}
