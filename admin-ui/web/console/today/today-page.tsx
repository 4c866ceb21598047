import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { dayWords, moveDay, yuanShort } from '../format.ts'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useToday } from '../server/queries.ts'
import type { Today } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { DayList, type Arrangement } from './day-list.tsx'
import { Gatherings } from './gatherings.tsx'
import { Timeline } from './timeline.tsx'
import './today.css'

/** Bookings of one day; without `day` in the address, of today. */
export function TodayPage() {
  const { t } = useWords()
  const narrow = useNarrow()
  const [params] = useSearchParams()
  const { shop, now } = useShop()
  // A shop of classes or events alone has no calendars to show.
  const hasCalendar = shop.services.some(({ mode }) => mode === 'appointment')
  const asked = params.get('day') ?? ''
  const today = useToday(asked)
  const [arrangement, setArrangement] = useState<Arrangement>('resource')
  const day = asked === '' ? (today.data?.day ?? now().day) : asked

  return (
    <>
      <div className="page-head">
        <h1>{t('nav.today')}</h1>
        <DaySwitch day={day} isToday={asked === '' || asked === now().day} />
      </div>
      {today.isPending && <Loading />}
      {today.isError && !today.data && <Failed error={today.error} retry={() => void today.refetch()} />}
      {today.data && (
        <div className={today.isPlaceholderData ? 'stale' : undefined} aria-busy={today.isPlaceholderData}>
          <Counters today={today.data} />
          <Gatherings day={today.data.day} />
          {hasCalendar && narrow && (
            <>
              <Segmented
                block
                className="today-arrange"
                aria-label={t('today.view')}
                value={arrangement}
                onChange={setArrangement}
                options={[
                  { value: 'resource', label: t('today.byResource') },
                  { value: 'time', label: t('today.byTime') },
                ]}
              />
              <DayList today={today.data} arrangement={arrangement} />
            </>
          )}
          {hasCalendar && !narrow && <Timeline today={today.data} />}
          {!hasCalendar && today.data.counts.bookings === 0 && <p className="panel empty">{t('today.none')}</p>}
        </div>
      )}
    </>
  )
}

function DaySwitch({ day, isToday }: { readonly day: string; readonly isToday: boolean }) {
  const { t, language } = useWords()
  const { now } = useShop()
  const [, set] = useSearchParams()
  const go = (to: string): void =>
    set((params) => {
      const next = new URLSearchParams(params)
      if (to === now().day) next.delete('day')
      else next.set('day', to)
      return next
    })
  return (
    <div className="day-switch">
      <Button icon={<LeftOutlined />} aria-label={t('today.previous')} onClick={() => go(moveDay(day, -1))} />
      <DatePicker
        value={dayjs(day)}
        format={(value) => dayWords(value.format('YYYY-MM-DD'), language)}
        allowClear={false}
        inputReadOnly
        aria-label={t('today.pickDay')}
        showNow={false}
        onChange={(value) => {
          if (value) go(value.format('YYYY-MM-DD'))
        }}
      />
      <Button icon={<RightOutlined />} aria-label={t('today.next')} onClick={() => go(moveDay(day, 1))} />
      <Button disabled={isToday} onClick={() => go(now().day)}>
        {t('today.today')}
      </Button>
    </div>
  )
}

function Counters({ today: { counts } }: { readonly today: Today }) {
  const { t } = useWords()
  const figures = [
    { id: 'bookings', label: t('today.bookings'), value: String(counts.bookings) },
    { id: 'checked-in', label: t('today.checkedIn'), value: String(counts.checkedIn) },
    { id: 'on-site', label: t('today.expectedOnSite'), value: yuanShort(counts.expectedOnSite) },
  ]
  return (
    <dl className="counters panel">
      {figures.map(({ id, label, value }) => (
        <div key={id} data-testid={`count-${id}`}>
          <dt>{label}</dt>
          <dd className="figure">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
