import { createHash } from 'node:crypto'

/** Short, and different for different starts: how many there are, and their digest. */
export const answerOf = (
  monthsOfStarts: readonly (readonly (readonly [start: number, resources: readonly string[]])[])[],
): string =>
  `${monthsOfStarts.map((starts) => starts.length).join('+')} starts, ${createHash('sha256').update(JSON.stringify(monthsOfStarts)).digest('hex').slice(0, 16)}`
