import { listOf, recordOf, stringOf, stringsOf, valueAt, withValue } from '../draft/document.ts'

/** Whether a resource fits a requirement: its kind, and every tag asked for. */
export function fits(resource: unknown, requirement: unknown): boolean {
  const has = stringsOf(recordOf(resource)['tags'])
  const { kind, tags } = recordOf(requirement)
  return recordOf(resource)['kind'] === kind && stringsOf(tags).every((tag) => has.includes(tag))
}

/**
 * The document in which one resource can, or cannot, do what a requirement asks. People say who can do it; tags are how that is
 * kept. A requirement without a tag fits all of its kind: the first 'not this one' gives it a tag, and all the others that tag.
 *
 * @param resource index in the list of resources
 */
export function withAbility(document: unknown, requirementPointer: string, resource: number, isAble: boolean): unknown {
  const requirement = valueAt(document, requirementPointer)
  const tags = stringsOf(recordOf(requirement)['tags'])
  const own = ownTag(document, requirementPointer)
  if (!isAble && (tags.length === 0 || isShared(document, requirementPointer))) {
    // The tags are also what other services look for: taking one away would change those too.
    const able = listOf(valueAt(document, '/resources')).flatMap((entry, index) =>
      index !== resource && fits(entry, requirement) ? [index] : [],
    )
    let next = withValue(document, `${requirementPointer}/tags`, [own])
    for (const index of able) next = withTags(next, index, (has) => [...has, own])
    return next
  }
  return withTags(document, resource, (has) => (isAble ? [...has, ...tags] : has.filter((tag) => !tags.includes(tag))))
}

/** A tag that nobody else has: the service's identifier, with a number behind it where that is taken. */
function ownTag(document: unknown, requirementPointer: string): string {
  const service = stringOf(recordOf(valueAt(document, requirementPointer.split('/').slice(0, 3).join('/')))['id'])
  const taken = new Set([
    ...listOf(valueAt(document, '/resources')).flatMap((entry) => stringsOf(recordOf(entry)['tags'])),
    ...requirementsOf(document).flatMap(({ requirement }) => stringsOf(recordOf(requirement)['tags'])),
  ])
  for (let number = 1; ; number += 1) {
    const tag = number === 1 ? service : `${service}-${number}`
    if (!taken.has(tag)) return tag
  }
}

function isShared(document: unknown, requirementPointer: string): boolean {
  const tags = stringsOf(recordOf(valueAt(document, requirementPointer))['tags'])
  return requirementsOf(document).some(
    ({ pointer, requirement }) =>
      pointer !== requirementPointer && stringsOf(recordOf(requirement)['tags']).some((tag) => tags.includes(tag)),
  )
}

/** Every requirement of every service, with its place. */
export function requirementsOf(document: unknown): { pointer: string; service: unknown; requirement: unknown }[] {
  return listOf(valueAt(document, '/services')).flatMap((service, index) =>
    listOf(recordOf(service)['requirements']).map((requirement, place) => ({
      pointer: `/services/${index}/requirements/${place}`,
      service,
      requirement,
    })),
  )
}

function withTags(
  document: unknown,
  resource: number,
  change: (tags: readonly string[]) => readonly string[],
): unknown {
  const pointer = `/resources/${resource}/tags`
  const tags = [...new Set(change(stringsOf(valueAt(document, pointer))))]
  return withValue(document, pointer, tags.length === 0 ? undefined : tags)
}
