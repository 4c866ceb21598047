// A phone's clock may be minutes off; the server's Date header is what a hold's end is measured against.
let ahead = 0

/** Learns the difference from a response's Date header; its second is rounded, so small differences are left alone. */
export const learnClock = (date: string | undefined): void => {
  const server = date ? Date.parse(date) : NaN
  if (Number.isNaN(server)) return
  const difference = server - Date.now()
  ahead = Math.abs(difference) < 5000 ? 0 : difference
}

export const now = (): Date => new Date(Date.now() + ahead)

/** Whole seconds until `instant`, never below zero. */
export const secondsUntil = (instant: string): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - now().getTime()) / 1000))
