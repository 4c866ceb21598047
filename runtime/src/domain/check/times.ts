import { dayNumber, isZone } from '../time.ts'
import { problem, type Rule } from './finding.ts'
import { schedules } from './places.ts'

export const zoneIsKnown: Rule = function* ({ zone }) {
  if (!isZone(zone))
    yield problem(
      '/zone',
      'UNKNOWN_ZONE',
      '没有这个时区，请写 IANA 时区名，如 Asia/Shanghai。',
      'There is no such zone; write the name of an IANA zone, such as Asia/Shanghai.',
    )
}

export const timesEndAfterTheyBegin: Rule = function* (shop) {
  for (const { schedule, pointer } of schedules(shop)) {
    const lists = [
      { ranges: schedule.weekly, at: `${pointer}/weekly` },
      { ranges: schedule.breaks ?? [], at: `${pointer}/breaks` },
      ...(schedule.exceptions ?? []).map(({ open }, index) => ({
        ranges: open,
        at: `${pointer}/exceptions/${index}/open`,
      })),
    ]
    for (const { ranges, at } of lists)
      for (const [index, { from, to }] of ranges.entries())
        if (to <= from)
          yield problem(
            `${at}/${index}/to`,
            'END_NOT_AFTER_START',
            `结束时刻 ${to} 不晚于开始时刻 ${from}。过了半夜的，请分成两段：${from}–24:00 和次日 00:00–${to}。`,
            `The end ${to} is not after the start ${from}. A range over midnight is written as two: ${from}–24:00, and 00:00–${to} of the next day.`,
          )
  }
}

export const exceptionsEndAfterTheyBegin: Rule = function* (shop) {
  for (const { schedule, pointer } of schedules(shop))
    for (const [index, { from, to }] of (schedule.exceptions ?? []).entries())
      if (to !== undefined && dayNumber(to) < dayNumber(from))
        yield problem(
          `${pointer}/exceptions/${index}/to`,
          'END_NOT_AFTER_START',
          `末日 ${to} 早于首日 ${from}，请对调。`,
          `The last day ${to} is before the first day ${from}; swap them.`,
        )
}
