/** Whether each post has as many to choose from as there are posts, so that nobody can stand in the way. */
const hasPlenty = (fewest: number, posts: number): boolean => posts === 0 || fewest >= posts

/**
 * Fills the posts from `first` on, no one twice (augmenting paths: never more than posts × candidates steps each).
 * @param taken who is not to be had any more
 */
function canFillFrom<T>(posts: readonly (readonly T[])[], first: number, taken: ReadonlySet<T>): boolean {
  const holder = new Map<T, number>()
  const place = (post: number, tried: Set<T>): boolean => {
    const able = (posts[post] ?? []).filter((candidate) => !taken.has(candidate) && !tried.has(candidate))
    // Whoever is still free first, so that long chains of changes are rare.
    const free = able.find((candidate) => !holder.has(candidate))
    if (free !== undefined) {
      holder.set(free, post)
      return true
    }
    return able.some((candidate) => {
      if (tried.has(candidate)) return false
      tried.add(candidate)
      if (!place(holder.get(candidate) as number, tried)) return false
      holder.set(candidate, post)
      return true
    })
  }
  for (let post = first; post < posts.length; post++) if (!place(post, new Set())) return false
  return true
}

/** Whether one can be found for each post, no one twice. @param posts for each post who may fill it */
export const canFill = <T>(posts: readonly (readonly T[])[]): boolean =>
  hasPlenty(Math.min(...posts.map(({ length }) => length)), posts.length) || canFillFrom(posts, 0, new Set())

/**
 * One for each post, no one twice; each post takes the first it can without leaving a later one empty.
 * @param posts for each post who may fill it, the most wanted first
 * @returns for each post the one who fills it, or null when it cannot be done
 */
export function fill<T>(posts: readonly (readonly T[])[]): T[] | null {
  // The shortest list of the posts from each on.
  const fewest: number[] = []
  for (let post = posts.length - 1; post >= 0; post--)
    fewest[post] = Math.min(posts[post]?.length ?? 0, fewest[post + 1] ?? Infinity)
  const taken = new Set<T>()
  for (const [post, candidates] of posts.entries()) {
    const next = post + 1
    const isEasy = hasPlenty((fewest[next] ?? Infinity) - taken.size - 1, posts.length - next)
    const found = candidates.find(
      (candidate) => !taken.has(candidate) && (isEasy || canFillFrom(posts, next, new Set([...taken, candidate]))),
    )
    if (found === undefined) return null
    taken.add(found)
  }
  return [...taken]
}
