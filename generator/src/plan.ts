import { CONDITIONS } from './conditions.ts'
import type { Ownership } from './files.ts'
import { MODELS, type Model } from './models/index.ts'
import { slug } from './naming.ts'
import { covers, type Pack } from './pack.ts'
import type { Subject } from './subject.ts'

/** One file to be rendered: everything the template needs is computed here, nothing in the template. */
export interface PlannedFile {
  readonly path: string
  readonly template: string
  readonly model: Model
  readonly ownership: Ownership
}

function named<T>(table: Readonly<Record<string, T>>, name: string, place: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined
  if (found === undefined) throw new Error(`pack.json: ${place}: there is no ${JSON.stringify(name)}`)
  return found
}

const holds = (condition: string, subject: Subject, place: string): boolean =>
  named<(s: Subject) => boolean>(CONDITIONS, condition, place)(subject)

/** @throws Error when the pack names a model or a condition that does not exist. */
export function plan(subject: Subject, pack: Pack): PlannedFile[] {
  return pack.rows.flatMap((row): PlannedFile[] => {
    if (row.when !== undefined && !holds(row.when, subject, row.template)) return []
    const model = named(MODELS, row.model, row.template)
    const { template, path, ownership } = row
    if (row.each === undefined) return [{ path, template, model: model(subject, null), ownership }]
    return subject.seen[row.each].map(({ id }) => ({
      path: path.replace('{slug}', slug(id)),
      template,
      model: model(subject, id),
      ownership,
    }))
  })
}

/** Whether a file that is no template belongs into this app. @throws Error when the pack names a condition that does not exist. */
export const stays = (path: string, subject: Subject, pack: Pack): boolean =>
  pack.only.every((rule) => !covers(rule.path, path) || holds(rule.when, subject, rule.path))
