/** Whether a text is a day of the calendar: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Full years from one day to another; who is born on 29 February is a year older on 1 March. Undefined before birth. */
export function fullYears(birthDate: string, on: string): number | undefined {
  if (!isDay(birthDate) || !isDay(on) || on < birthDate) return undefined
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}
