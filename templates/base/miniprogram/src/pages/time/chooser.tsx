import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { AvailabilityQuestion } from '@/api/calls'
import { now } from '@/api/clock'
import type { Draft } from '@/booking/draft'
import { postsOf, wantedFor, withWanted } from '@/booking/posts'
import { Action } from '@/components/action'
import { dayOfStarts } from '@/components/calendar/calendar-day'
import { DayStrip } from '@/components/calendar/day-strip'
import { MonthGrid } from '@/components/calendar/month-grid'
import { ResourceChooser } from '@/components/calendar/resource-chooser'
import { StartGrid } from '@/components/calendar/start-grid'
import { useAvailability } from '@/components/calendar/use-availability'
import { Screen } from '@/components/screen'
import { Failure, Skeleton } from '@/components/states'
import { Tap } from '@/components/tap'
import { dayTitle, wallOf } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { shop as compiled } from '@/shop'
import { resourceIn, useShop } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import type { PublicService, PublicShop, Start } from '@/kaidian/booking'
import './index.css'

type Resources = Readonly<Record<string, string>>

interface ChooserProps {
  readonly id: string
  readonly title: string
  readonly note?: string | null
  readonly serviceOf: (shop: PublicShop) => PublicService | undefined
  readonly question: Omit<AvailabilityQuestion, 'from' | 'days'> | null
  /** Counts how often the calendar has to be asked anew. */
  readonly round: number
  readonly resources: Resources
  readonly chosen: Draft['start']
  readonly amount: number | null
  /** The day to begin with, when it has a free start. */
  readonly preferred?: string | undefined
  readonly submit: string
  readonly busy: boolean
  readonly waiting?: boolean
  readonly onResources: (resources: Resources) => void
  /** With whoever is free then, by role. */
  readonly onStart: (start: Draft['start'], free?: Start['resources']) => void
  readonly onSubmit: () => unknown
  readonly missing: () => ReactNode
}

type Requirement = PublicService['requirements'][number]

/** People, days and starts: shared by a new booking and by one that moves. */
export const Chooser = (props: ChooserProps) => {
  const translation = useTranslation()
  const { t, say, locale } = translation
  const { shop } = useShop()
  const service = shop ? props.serviceOf(shop) : undefined
  const today = wallOf(now(), shop?.zone ?? compiled.zone).day
  const first = service?.requirements[0]
  const people = props.question?.people ?? service?.people.min ?? 1
  // The calendar can be asked about one person; whether a second one is free as well is told by each start.
  const wanted = first ? props.resources[first.role] : undefined
  const calendar = useAvailability(
    props.question && service ? { ...props.question, resource: wanted } : null,
    today,
    service?.booking.horizonDays ?? 30,
  )
  usePullDown(calendar.reload)
  const [day, setDay] = useState<string | null>(props.chosen?.day ?? null)
  const [wide, setWide] = useState(false)

  useEffect(() => {
    if (props.round > 0) void calendar.reload()
  }, [props.round])

  const firstFree = calendar.days.find(({ starts }) => starts.length > 0)?.day ?? null
  const preferred = calendar.days.find((each) => each.day === props.preferred && each.starts.length > 0)?.day
  const shownDay = day ?? preferred ?? firstFree ?? today
  const shown = calendar.days.find((each) => each.day === shownDay)

  // A start that is not offered any more, or not by the person now wanted, is not chosen any more.
  useEffect(() => {
    if (calendar.loading || !props.chosen) return
    const still = calendar.days.some(({ starts }) => starts.some(({ start }) => start === props.chosen?.start))
    if (!still) props.onStart(null)
  }, [calendar.loading, calendar.days])

  const chooseDay = (next: string) => {
    setDay(next)
    if (props.chosen && props.chosen.day !== next) props.onStart(null)
  }
  const chooseStart = (start: Start) => {
    setDay(shownDay)
    props.onStart({ start: start.start, day: shownDay, time: start.time }, start.resources)
  }

  const candidates = (of: PublicShop, requirement: Requirement) => {
    const level = service?.offerings.find(({ id }) => id === props.question?.offering)?.level ?? null
    return requirement.resources.flatMap((id) => {
      const resource = resourceIn(of, id)
      return resource && (level === null || resource.kind !== 'staff' || resource.level?.id === level) ? [resource] : []
    })
  }

  const startOfChosen = shown?.starts.find(({ start }) => start === props.chosen?.start)
  const nextFree =
    calendar.days.find(({ day: each, starts }) => each > shownDay && starts.length)?.day ?? calendar.next ?? firstFree

  const ofDay = () => {
    if (calendar.error) return <Failure message={calendar.error} onRetry={calendar.reload} />
    if (!shown) return <Skeleton heights={[44, 44, 44]} />
    if (shown.starts.length > 0)
      return <StartGrid starts={shown.starts} chosen={props.chosen?.start ?? null} onChoose={chooseStart} />
    return (
      <View id="no-start" className="no-start">
        <View className="no-start-title">{t.noStart}</View>
        {shown.explanation && <View className="soft">{say(shown.explanation)}</View>}
        {!nextFree && !calendar.loading && <View className="soft">{t.noFreeAtAll}</View>}
        {nextFree && (
          <Action id="next-free" kind="quiet" small onTap={() => chooseDay(nextFree)}>
            {t.nextFree(dayTitle(nextFree, locale))}
          </Action>
        )}
      </View>
    )
  }

  const days = {
    days: calendar.days.map((each) => dayOfStarts(each, t)),
    chosen: shown ? shownDay : null,
    today,
    hasMore: calendar.hasMore && !calendar.loading,
    onMore: calendar.more,
    onChoose: chooseDay,
  }

  const chooserOf = (of: PublicShop, requirement: Requirement, among?: readonly string[]) => {
    const posts = postsOf(requirement, people)
    const isFirst = requirement === first
    return (
      <View key={requirement.role} className="card">
        <ResourceChooser
          {...(isFirst ? {} : { prefix: `resource-${requirement.role}` })}
          title={t.choose(say(requirement.title), posts.length)}
          resources={candidates(of, requirement).filter(({ id }) => !among || among.includes(id))}
          chosen={wantedFor(posts, props.resources)}
          most={posts.length}
          onChoose={(ids) => props.onResources(withWanted(props.resources, posts, ids))}
        />
      </View>
    )
  }

  return (
    <Screen
      id={props.id}
      title={props.title}
      skeleton={[150, 150, 240]}
      footer={() =>
        service && (
          <>
            <View className="footer-sum">
              <View id="time-amount" className="footer-amount figure">
                {props.chosen && props.amount !== null ? yuan(props.amount) : ''}
              </View>
              <View id="time-chosen" className="footer-note">
                {props.chosen ? `${dayTitle(props.chosen.day, locale)} ${props.chosen.time}` : t.pickStart}
              </View>
            </View>
            <Action id="next" busy={props.busy} disabled={!props.chosen} onTap={props.onSubmit}>
              {props.submit}
            </Action>
          </>
        )
      }
    >
      {(of) =>
        props.waiting ? (
          <Skeleton heights={[150, 150, 240]} />
        ) : !service ? (
          props.missing()
        ) : (
          <>
            {props.note && <View className="time-note">{props.note}</View>}
            {first?.choice === 'customer' && chooserOf(of, first)}
            <View className="card">
              <View className="time-head">
                <View className="card-title grow">{t.pickDay}</View>
                <Tap id="calendar-toggle" className="time-toggle link" onTap={() => setWide(!wide)}>
                  {wide ? t.week : t.calendar}
                </Tap>
              </View>
              {calendar.days.length === 0 ? (
                <View className="time-days-waiting" />
              ) : wide ? (
                <MonthGrid {...days} />
              ) : (
                <DayStrip {...days} />
              )}
              <View className={`time-starts ${calendar.loading ? 'time-starts-waiting' : ''}`}>{ofDay()}</View>
            </View>
            {startOfChosen &&
              service.requirements
                .slice(1)
                .map(
                  (requirement) =>
                    requirement.choice === 'customer' &&
                    chooserOf(of, requirement, startOfChosen.resources[requirement.role]),
                )}
          </>
        )
      }
    </Screen>
  )
}
