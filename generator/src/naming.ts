/**
 * The only place where an identifier of the output is made. Ids of the shop language are `a-z`, digits and hyphens, at most 40;
 * two ids never give the same name.
 */

const ID = /^[a-z][a-z0-9-]{0,39}$/

const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
)

/** A file or folder name: the id itself, once it is known to be one. What Windows keeps for itself gets a `~`. */
export function slug(id: string): string {
  if (!ID.test(id)) throw new TypeError(`not an id of the shop language: ${JSON.stringify(id)}`)
  return /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(id) ? `${id}~` : id
}

const camel = (id: string): string =>
  slug(id)
    .replace(/~$/, '')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/-/g, '_')

/** `first-visit` → `firstVisit`, a constant; a word that JavaScript keeps for itself gets a `$`. */
export function identifier(id: string): string {
  const name = camel(id)
  return RESERVED.has(name) ? `${name}$` : name
}

/** `first-visit` → `FirstVisit`, a type. */
export function typeName(id: string): string {
  const name = camel(id)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
