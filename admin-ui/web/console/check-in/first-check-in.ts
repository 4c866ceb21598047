/** The instant of the first check-in in a refusal's details, wherever the server put it; null when it did not say. */
export function firstCheckIn(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  const { checkedInAt, at, detail: inner } = detail as { checkedInAt?: unknown; at?: unknown; detail?: unknown }
  for (const instant of [checkedInAt, at]) {
    if (typeof instant === 'string' && !Number.isNaN(Date.parse(instant))) return instant
  }
  return inner === undefined ? null : firstCheckIn(inner)
}
