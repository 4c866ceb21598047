import type { Language } from '../common/i18n.ts'
import { dayWords, wallAt } from './format.ts'
import type { ConsoleOrder } from './server/shapes.ts'
import type { useWords } from './words.ts'

export type Dated = Pick<ConsoleOrder, 'day' | 'time' | 'endTime' | 'selection'>

export interface Speaking {
  readonly t: ReturnType<typeof useWords>['t']
  readonly language: Language
  readonly zone: string
}

/** Day and starting time: `12月2日 周三 14:00`; of a course `… 起，共 12 次`; of what has no date its own words. */
export function startWords({ day, time, selection }: Dated, { t, language }: Speaking): string {
  if (day === null) return t('order.undated')
  const when = `${dayWords(day, language)}${time === null ? '' : ` ${time}`}`
  const count = selection.sessions?.length ?? 1
  return count > 1 ? t('order.from', { when, count }) : when
}

/** As {@link startWords}, to the end where it is one stretch; the ending day is named where it is another. */
export function whenWords(order: Dated, speaking: Speaking): string {
  const { day, endTime, selection } = order
  const start = startWords(order, speaking)
  if (day === null || endTime === null || (selection.sessions?.length ?? 1) > 1) return start
  const endDay = selection.end === null ? day : wallAt(new Date(selection.end), speaking.zone).day
  return endDay === day || endTime === '24:00' || endTime === '00:00'
    ? `${start}–${endTime}`
    : `${start} – ${dayWords(endDay, speaking.language)} ${endTime}`
}
