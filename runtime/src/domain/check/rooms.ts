import { problem, type Rule } from './finding.ts'
import { everySeries, sellsSeries, takenBy } from './sessions.ts'

export const seatsAreStatedOnce: Rule = function* (shop) {
  for (const { series, pointer } of everySeries(shop))
    if (series.seats === undefined && series.rooms === undefined)
      yield problem(
        `${pointer}/seats`,
        'SEATS_MISSING',
        '不知道有多少座位。请写 seats，或写有座位的房间（rooms）。',
        'Nothing says how many seats there are. Write seats, or the rooms with their seats (rooms).',
      )
    else if (series.seats !== undefined && series.rooms !== undefined)
      yield problem(
        `${pointer}/seats`,
        'SEATS_TWICE',
        '有了房间（rooms），座位就是各房间之和。请删掉 seats。',
        'With rooms, the seats are those of all rooms together. Take seats out.',
      )
}

export const roomsAreOfSingleSessions: Rule = function* (shop) {
  for (const { service, series, pointer } of everySeries(shop))
    if (series.rooms !== undefined && sellsSeries(service, series))
      yield problem(
        `${pointer}/rooms`,
        'ROOMS_OF_WHOLE_SERIES',
        '座位号按单场分，这组场次却卖整期。请改用 seats 和 resources，或不卖整期。',
        'Seats are given in single sessions, but this series is sold whole. Write seats and resources instead, or sell it by the session only.',
      )
}

export const roomsAreNamedOnce: Rule = function* (shop) {
  for (const placed of everySeries(shop)) {
    const taken = takenBy(placed)
    for (const [index, { id, at }] of taken.entries())
      if (taken.findIndex((other) => other.id === id) < index)
        yield problem(
          at,
          'ROOM_TWICE',
          `「${id}」已经写过了，座位会算两遍。请删掉一个；房间不用再写进 resources。`,
          `“${id}” is there already, and its seats would count twice. Take one out; a room need not be among the resources too.`,
        )
  }
}
