import type { TableByTime } from '@kaidian/schemas'
import type { Words } from '../../booking.ts'
import { both, words } from '../../words.ts'
import type { FeeKind, Part } from '../fee-kind.ts'
import { share } from '../share.ts'
import { firstAt, minutesOfFirst } from '../windows.ts'

type Row = TableByTime['rows'][number]

const titles = new WeakMap<Row, Words>()

/** Its own title, or its hours: the same object every time, so that labels made from it can be kept. */
function titleOf(row: Row): Words {
  let title = titles.get(row)
  if (!title) {
    const hours = `${row.from}–${row.to}`
    titles.set(row, (title = row.title === undefined ? both(hours, hours) : words(row.title)))
  }
  return title
}

/**
 * `table`: every stretch of the booked time at the `amount` (fen for `minutes`) of the first row that covers it, a line for each row,
 * by the minute and rounded half up once; or, where `basis` is `start`, the amount of the row that covers the start, once.
 */
export const table: FeeKind<'table'> = {
  kind: 'table',
  parts: ({ rows, basis = 'time', minutes = 60, perPerson = false }, { time, people }) => {
    const quantity = perPerson ? people : 1
    if (basis === 'start') {
      const start = time.pieces[0]
      const row = start && firstAt(rows, start.day, start.from)
      return row && row.amount > 0 ? [{ quantity, unitAmount: row.amount, title: titleOf(row) }] : []
    }
    const covered = minutesOfFirst(rows, time.pieces)
    return rows.flatMap((row, index): Part[] => {
      const unitAmount = share(row.amount, covered[index] ?? 0, minutes)
      return unitAmount > 0 ? [{ quantity, unitAmount, title: titleOf(row) }] : []
    })
  },
}
