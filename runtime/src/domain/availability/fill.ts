/**
 * One of each role, no one twice.
 * @param roles for each role who may take it, the most wanted first
 * @returns for each role the one who takes it, or null when it cannot be done
 */
export function fill<T>(roles: readonly (readonly T[])[]): T[] | null {
  const taken: T[] = []
  const next = (role: number): boolean => {
    const candidates = roles[role]
    if (!candidates) return true
    return candidates.some((candidate) => {
      if (taken.includes(candidate)) return false
      taken.push(candidate)
      if (next(role + 1)) return true
      taken.pop()
      return false
    })
  }
  return next(0) ? taken : null
}
