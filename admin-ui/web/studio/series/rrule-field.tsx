import { Checkbox, DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { stringOf, valueAt } from '../draft/document.ts'
import { useDraftState, useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from '../fields/field-item.tsx'
import { StringField } from '../fields/text-field.tsx'
import { valueWords } from '../schema/values.ts'
import { useWords } from '../words.ts'
import { repetitionOf, rruleOf, type Repetition } from './rrule.ts'
import { occurrencesIn } from './occurrences-in.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const NTH = [1, 2, 3, 4, 5, -1] as const

/** How often a series repeats, and until when; a rule that says more is edited as text. */
export function RruleField({
  pointer,
  label,
  hint,
}: {
  readonly pointer: string
  readonly label: string
  readonly hint?: ReactNode
}) {
  const { t } = useWords()
  const [value, edit] = useValue(pointer)
  const series = pointer.replace(/\/rrule$/, '')
  const whole = useDraftState(({ document }) => valueAt(document, series))
  const day = stringOf(valueAt(whole, '/day'))
  const rule = typeof value === 'string' ? value : null
  const repetition = rule === null ? null : repetitionOf(rule)
  if (rule !== null && !repetition) return <StringField pointer={pointer} label={label} hint={hint} />
  const weekday = WEEKDAYS[(dayjs(day).day() + 6) % 7] ?? 'mon'
  const start: Repetition = {
    every: 'week',
    interval: 1,
    on: [weekday],
    nth: null,
    ends: { kind: 'count', count: 10 },
  }
  const put = (next: Partial<Repetition>): void => edit(rruleOf({ ...start, ...repetition, ...next }))
  const starts = occurrencesIn(whole)
  return (
    <FieldItem
      pointer={pointer}
      label={label}
      htmlFor={inputId(pointer)}
      hint={
        starts === null || starts.length < 2
          ? undefined
          : t('services.series.spans', {
              count: starts.length,
              first: starts[0]?.replace('T', ' ') ?? '',
              last: starts.at(-1)?.replace('T', ' ') ?? '',
            })
      }
    >
      <div className="repetition">
        <Select
          id={inputId(pointer)}
          value={repetition?.every ?? 'once'}
          data-testid="repeat"
          onChange={(every: Repetition['every'] | 'once') => (every === 'once' ? edit(undefined) : put({ every }))}
          options={(['once', 'day', 'week', 'month'] as const).map((name) => ({
            value: name,
            label: t(`services.series.${name}`),
          }))}
        />
        {repetition ? (
          <>
            <span className="repetition-part">
              {t('services.series.every')}
              <InputNumber
                min={1}
                max={52}
                precision={0}
                aria-label={t('services.series.every')}
                value={repetition.interval}
                onChange={(interval) => put({ interval: interval ?? 1 })}
              />
              {t(`services.series.units.${repetition.every}`)}
            </span>
            {repetition.every === 'week' ? <Weekdays repetition={repetition} put={put} weekday={weekday} /> : null}
            {repetition.every === 'month' ? <Nth repetition={repetition} put={put} weekday={weekday} /> : null}
            <Ends repetition={repetition} put={put} />
          </>
        ) : null}
      </div>
    </FieldItem>
  )
}

interface Part {
  readonly repetition: Repetition
  readonly put: (next: Partial<Repetition>) => void
}

/** Where no day is named, it is that of the first. */
function Weekdays({ repetition, put, weekday }: Part & { readonly weekday: (typeof WEEKDAYS)[number] }) {
  const { language } = useWords()
  return (
    <Checkbox.Group
      value={repetition.on.length === 0 ? [weekday] : [...repetition.on]}
      options={WEEKDAYS.map((day) => ({ value: day, label: valueWords('days', day, language) }))}
      onChange={(on) => put({ on })}
    />
  )
}

function Nth({ repetition, put, weekday }: Part & { readonly weekday: (typeof WEEKDAYS)[number] }) {
  const { t, language } = useWords()
  const { nth } = repetition
  return (
    <span className="repetition-part">
      <Select
        aria-label={t('services.series.which')}
        value={nth?.which ?? 0}
        onChange={(which: number) => put({ nth: which === 0 ? null : { which, day: nth?.day ?? weekday } })}
        options={[
          { value: 0, label: t('services.series.sameDate') },
          ...NTH.map((which) => ({
            value: which,
            label: which === -1 ? t('services.series.last') : t('services.series.nth', { count: which }),
          })),
        ]}
      />
      {nth ? (
        <Select
          aria-label={t('services.series.weekday')}
          value={nth.day}
          onChange={(day: (typeof WEEKDAYS)[number]) => put({ nth: { which: nth.which, day } })}
          options={WEEKDAYS.map((day) => ({ value: day, label: valueWords('days', day, language) }))}
        />
      ) : null}
    </span>
  )
}

function Ends({ repetition, put }: Part) {
  const { t } = useWords()
  const { ends } = repetition
  return (
    <span className="repetition-part">
      <Select
        aria-label={t('services.series.ends')}
        value={ends.kind}
        onChange={(kind: 'count' | 'until') =>
          put({
            ends: kind === 'count' ? { kind, count: 10 } : { kind, day: dayjs().add(3, 'month').format('YYYY-MM-DD') },
          })
        }
        options={(['count', 'until'] as const).map((kind) => ({ value: kind, label: t(`services.series.${kind}`) }))}
      />
      {ends.kind === 'count' ? (
        <>
          <InputNumber
            min={1}
            max={400}
            precision={0}
            aria-label={t('services.series.count')}
            data-testid="repeat-count"
            value={ends.count}
            onChange={(count) => put({ ends: { kind: 'count', count: count ?? 1 } })}
          />
          {t('services.series.times')}
        </>
      ) : (
        <DatePicker
          aria-label={t('services.series.until')}
          allowClear={false}
          value={dayjs(ends.day)}
          onChange={(day) => put({ ends: { kind: 'until', day: day?.format('YYYY-MM-DD') ?? ends.day } })}
        />
      )}
    </span>
  )
}
