import { View } from '@tarojs/components'
import { dayTitle, minutesTitle, wallOf, whenTitle } from '@/format/date'
import { useTranslation } from '@/i18n'
import { durationOf } from '@/booking/planned'
import { resourceIn, serviceIn } from '@/shop/store'
import type { AssignedSegment, Assignment, PublicService, PublicShop, Words } from '@/kaidian/booking'
import { Line } from './line'
import { Unfold } from './unfold'

interface When {
  readonly day: string | null
  readonly time: string | null
  readonly endTime?: string | null
  /** Of a whole series: the days of all its sessions. */
  readonly days?: readonly string[]
}

interface SelectionLinesProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly selection: Assignment
  /** At the shop; null where there is no date. */
  readonly when: When | null
  /** Id of the line that says when. */
  readonly timeId: string
  /** Who and what it is with, where that is no longer in the shop's description. */
  readonly resources?: readonly { readonly role: Words; readonly name: Words }[]
  /** Indexes of places that were given up: they are not counted. */
  readonly withdrawn?: readonly number[]
}

const counted = <T,>(items: readonly T[]): readonly (readonly [T, number])[] => {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts]
}

/** Add-ons of the order and of its people, each with how many in all. */
const addOnsIn = ({ addOns, places, then = [] }: Assignment): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {}
  for (const chosen of [addOns, ...places.map((place) => place.addOns), ...then.map((segment) => segment.addOns)])
    for (const [id, quantity] of Object.entries(chosen)) sums[id] = (sums[id] ?? 0) + quantity
  return sums
}

/** Names by role; a role with several people has one line. */
const byRole = (
  resources: NonNullable<SelectionLinesProps['resources']>,
  say: (words: Words) => string,
): readonly (readonly [string, string])[] => {
  const roles = resources.map(({ role }) => say(role)).filter((role, at, all) => all.indexOf(role) === at)
  return roles.map((role) => [
    role,
    counted(resources.filter((one) => say(one.role) === role).map(({ name }) => say(name)))
      .map(([name, count]) => (count > 1 ? `${name} × ${count}` : name))
      .join(' · '),
  ])
}

const roleOf = (post: string): string => post.split(':')[0] ?? post

const assigned = (shop: PublicShop, service: PublicService, { resources }: Assignment) =>
  service.requirements.flatMap(({ role, title }) =>
    Object.entries(resources).flatMap(([post, id]) => {
      const resource = resourceIn(shop, id)
      return roleOf(post) === role && resource ? [{ role: title, name: resource.name }] : []
    }),
  )

/** Everything that was chosen: when, how many people or which tickets, with whom, for how long, with what. */
export const SelectionLines = (props: SelectionLinesProps) => {
  const { t, say, locale } = useTranslation()
  const { shop, service, selection, when, timeId } = props
  const { options, then = [] } = selection
  const places = selection.places.filter((_, at) => !props.withdrawn?.includes(at))
  const days = when?.days ?? []
  const minutes = durationOf(shop, service, selection)
  const addOns = addOnsIn(selection)
  const hasPeople = service.people.max > 1 || selection.places.length > 1
  const offeringTitle = (id: string) => say(service.offerings.find((offering) => offering.id === id)?.title) || id
  const resources = props.resources ?? assigned(shop, service, selection)

  const segment = (one: AssignedSegment) => {
    const of = serviceIn(shop, one.service)
    const title = [say(of?.title), say(of?.offerings.find(({ id }) => id === one.offering)?.title)]
    const [start, end] = [one.start, one.end].map((instant) => wallOf(new Date(instant), shop.zone).time)
    return (
      <Line key={one.start} label={`＋ ${title.filter(Boolean).join(' · ')}`} figure>
        {start}–{end}
      </Line>
    )
  }

  return (
    <View>
      {when?.day && (
        <Line id={timeId} label={days.length > 1 ? t.firstSession : t.time} figure>
          {whenTitle(when, locale)}
        </Line>
      )}
      {days.length > 1 && (
        <Unfold id={`${timeId}-days`} more={t.allSessions(days.length)} less={t.fewerSessions}>
          <View className="session-list">
            {days.map((day, at) => (
              <View key={day} className="session-list-day figure">
                {at + 1}. {dayTitle(day, locale)}
              </View>
            ))}
          </View>
        </Unfold>
      )}
      {service.event?.place && <Line label={t.eventPlace}>{say(service.event.place)}</Line>}
      {then.map(segment)}
      {minutes !== undefined && (
        <Line label={t.duration} figure>
          {minutesTitle(minutes, locale)}
        </Line>
      )}
      {service.mode === 'registration'
        ? counted(places.map(({ offering }) => offering)).map(([offering, count]) => (
            <Line key={offering} label={offeringTitle(offering)} figure>
              × {count}
            </Line>
          ))
        : hasPeople && (
            <Line label={say(service.people.title) || t.people} figure>
              {places.length}
            </Line>
          )}
      {byRole(resources, say).map(([role, names]) => (
        <Line key={role} label={role}>
          {names}
        </Line>
      ))}
      {service.requirements
        .filter(({ title }) => !resources.some(({ role }) => say(role) === say(title)))
        .map(({ role, title, resources: ids }) => (
          <Line key={role} label={say(title)}>
            {ids.every((id) => resourceIn(shop, id)?.kind === 'staff') ? t.anyone : t.any}
          </Line>
        ))}
      {service.options.map((option) => {
        const choice = option.choices.find(({ id }) => id === options[option.id])
        return (
          choice && (
            <Line key={option.id} label={say(option.title)}>
              {say(choice.title)}
            </Line>
          )
        )
      })}
      {Object.entries(addOns).map(([id, quantity]) => (
        <Line key={id} label={say(shop.addOns.find((addOn) => addOn.id === id)?.title) || id} figure>
          × {quantity}
        </Line>
      ))}
    </View>
  )
}
