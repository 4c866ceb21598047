/** Whether the roles from `first` on can still be filled, no one twice (augmenting paths: never more than roles × candidates steps each). */
function canFill<T>(roles: readonly (readonly T[])[], first: number, taken: readonly T[]): boolean {
  const holder = new Map<T, number>()
  const place = (role: number, tried: Set<T>): boolean =>
    (roles[role] ?? []).some((candidate) => {
      if (taken.includes(candidate) || tried.has(candidate)) return false
      tried.add(candidate)
      const other = holder.get(candidate)
      if (other !== undefined && !place(other, tried)) return false
      holder.set(candidate, role)
      return true
    })
  for (let role = first; role < roles.length; role++) if (!place(role, new Set())) return false
  return true
}

/**
 * One of each role, no one twice; each role takes the first it can without leaving a later one empty.
 * @param roles for each role who may take it, the most wanted first
 * @returns for each role the one who takes it, or null when it cannot be done
 */
export function fill<T>(roles: readonly (readonly T[])[]): T[] | null {
  const taken: T[] = []
  for (const [role, candidates] of roles.entries()) {
    const found = candidates.find(
      (candidate) => !taken.includes(candidate) && canFill(roles, role + 1, [...taken, candidate]),
    )
    if (found === undefined) return null
    taken.push(found)
  }
  return taken
}
