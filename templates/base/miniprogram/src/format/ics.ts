/** Something that goes into a calendar. Instants are ISO 8601 in UTC. */
export interface CalendarEntry {
  readonly id: string
  readonly title: string
  readonly place: string | null
  readonly note: string | null
  /** One, or of a whole course each of its sessions. */
  readonly times: readonly { readonly start: string; readonly end: string }[]
}

/** `2026-12-02T06:00:00.000Z` → `20261202T060000Z` */
const stamp = (instant: string): string => `${new Date(instant).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

const escaped = (text: string): string => text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n')

/** Lines of RFC 5545 are at most 75 octets long; 24 characters of Chinese are 72. */
const LONGEST = 24

const folded = (line: string): string => {
  const characters = Array.from(line)
  const parts: string[] = []
  for (let at = 0; at < characters.length; at += LONGEST) parts.push(characters.slice(at, at + LONGEST).join(''))
  return parts.join('\r\n ')
}

/** An iCalendar file, as every phone and desk takes it. `made` is the moment it is made. */
export const icsOf = ({ id, title, place, note, times }: CalendarEntry, made: Date): string => {
  const events = times.flatMap(({ start, end }, at) => [
    'BEGIN:VEVENT',
    `UID:${id}-${at}@kaidian`,
    `DTSTAMP:${stamp(made.toISOString())}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//kaidian//booking//EN', ...events, 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}
