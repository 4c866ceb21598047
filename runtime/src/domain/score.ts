import type { PublicForm } from './booking.ts'
import { STARS } from './form/kinds/rating.ts'

/**
 * How good it was by the stars given, all ratings of `form` alike: basis points of the most there could be, 8000 for four of
 * five; null where no star was given.
 */
export function scoreOf(form: Pick<PublicForm, 'fields'>, answers: Readonly<Record<string, unknown>>): number | null {
  const shares = form.fields.flatMap(({ id, kind, max = STARS }) => {
    const stars = answers[id]
    return kind === 'rating' && typeof stars === 'number' ? [stars / max] : []
  })
  if (shares.length === 0) return null
  return Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 10_000)
}
