import { type FeeKind, line } from '../fee-kind.ts'

const DIRECTIONS = { down: Math.floor, half: Math.round, up: Math.ceil } as const

/** `round`: what brings the total to a multiple of `to` (fen), downwards, upwards or to the nearest. Of either sign. */
export const round: FeeKind<'round'> = {
  kind: 'round',
  parts: ({ to, mode = 'down' }, { sums }) => {
    if (to === 0) return []
    let total = 0
    for (const amount of Object.values(sums)) total += amount
    return line(1, DIRECTIONS[mode](total / to) * to - total)
  },
}
