/** The instant of the first check-in in a refusal's details, wherever the server put it; null when it did not say. */
export function firstCheckIn(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  const { checkedInAt, reason, detail: inner } = detail as { checkedInAt?: unknown; reason?: unknown; detail?: unknown }
  for (const instant of [checkedInAt, reason]) {
    if (typeof instant === 'string' && !Number.isNaN(Date.parse(instant))) return instant
  }
  return inner === undefined ? null : firstCheckIn(inner)
}
