import { CloseOutlined, CopyOutlined, PlusOutlined } from '@ant-design/icons'
import type { Weekday } from '@kaidian/schemas'
import { Button, Tooltip } from 'antd'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'
import { TimeInput } from './time-input.tsx'
import { shareOf, weeklyOf, weekOf, WEEKDAYS, type DayRangeOf } from './week.ts'

/** A row for each weekday: a bar of the day, and its ranges. */
export function WeekGrid({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const week = weekOf(value)
  const put = (day: Weekday, ranges: readonly Omit<DayRangeOf, 'entry'>[]): void =>
    edit(weeklyOf({ ...week, [day]: ranges }))
  const add = (day: Weekday): void => {
    const last = week[day].at(-1)
    const from = last && last.to < '22:00' ? last.to : '10:00'
    put(day, [...week[day], { from, to: last ? '22:00' : '20:00' }])
  }
  const copy = (day: Weekday): void =>
    edit(weeklyOf(Object.fromEntries(WEEKDAYS.map((other) => [other, week[day]])) as typeof week))
  return (
    <FieldItem pointer={pointer}>
      <div className="week">
        {WEEKDAYS.map((day) => (
          <div className="day" key={day} data-testid={`day-${day}`}>
            <strong className="day-name">{t(`hours.days.${day}`)}</strong>
            <span className="day-bar" aria-hidden="true">
              {week[day].map(({ from, to }, index) => (
                <i
                  key={index}
                  style={{
                    left: `${String(shareOf(from) * 100)}%`,
                    width: `${String(Math.max(0, shareOf(to) - shareOf(from)) * 100)}%`,
                  }}
                />
              ))}
            </span>
            <span className="day-ranges">
              {week[day].length === 0 ? <span className="quiet">{t('hours.closed')}</span> : null}
              {week[day].map((range, index) => {
                const change = (next: Partial<DayRangeOf>): void =>
                  put(day, week[day].with(index, { ...range, ...next }))
                const name = `${t(`hours.days.${day}`)} ${String(index + 1)}`
                return (
                  <span className="range" key={index} data-pointer={`${pointer}/${String(range.entry)}`}>
                    <TimeInput
                      value={range.from}
                      name={`${name} ${t('hours.from')}`}
                      onChange={(from) => change({ from })}
                    />
                    <span>–</span>
                    <TimeInput value={range.to} name={`${name} ${t('hours.to')}`} onChange={(to) => change({ to })} />
                    <Button
                      type="text"
                      size="small"
                      icon={<CloseOutlined />}
                      aria-label={`${t('common.remove')}: ${name}`}
                      onClick={() => put(day, week[day].toSpliced(index, 1))}
                    />
                  </span>
                )
              })}
            </span>
            <span className="day-buttons">
              <Tooltip title={t('hours.addRange')}>
                <Button
                  type="text"
                  size="small"
                  icon={<PlusOutlined />}
                  aria-label={`${t('hours.addRange')}: ${t(`hours.days.${day}`)}`}
                  data-testid={`add-range-${day}`}
                  onClick={() => add(day)}
                />
              </Tooltip>
              <Tooltip title={t('hours.copyDown')}>
                <Button
                  type="text"
                  size="small"
                  icon={<CopyOutlined />}
                  aria-label={`${t('hours.copyDown')}: ${t(`hours.days.${day}`)}`}
                  onClick={() => copy(day)}
                />
              </Tooltip>
            </span>
          </div>
        ))}
      </div>
    </FieldItem>
  )
}
