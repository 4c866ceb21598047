import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { beginDraft, changeDraft, draftStore, useDraft } from '@/booking/draft'
import { releaseDraftHold } from '@/booking/hold'
import { listPrice, offeringIn, plannedMinutes } from '@/booking/price'
import { settled, withOptions } from '@/booking/settled'
import { onShelf, shelfOfOrder, shelfOfPlace } from '@/booking/shelves'
import { isSingle } from '@/booking/tickets'
import { useHolding } from '@/booking/use-holding'
import { Action } from '@/components/action'
import { AddOns } from '@/components/add-ons'
import { EventLines } from '@/components/event-lines'
import { PeopleStepper } from '@/components/people-stepper'
import { Picture } from '@/components/picture'
import { Places } from '@/components/places'
import { Screen } from '@/components/screen'
import { Empty } from '@/components/states'
import { PersonSheet, Team } from '@/components/team'
import { Terms } from '@/components/terms'
import { minutesTitle } from '@/format/date'
import { isPricedByRules, priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import type { Draft } from '@/booking/draft'
import { useShareCard } from '@/share/share'
import { refreshShop, resourceIn, serviceIn, useShop } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import type { PublicResource, PublicService, PublicShop } from '@/kaidian/booking'
import { FeeRules } from './fee-rules'
import { Followers } from './followers'
import { Gallery } from './gallery'
import { Durations, Options } from './options'
import { PriceList } from './price-list'
import { Rating } from './rating'
import './index.css'

/** Staff a customer will meet, where there is more to say of them than a name. */
const peopleOf = (shop: PublicShop, { requirements }: PublicService): readonly PublicResource[] => {
  const ids = requirements.flatMap(({ resources }) => resources)
  return [...new Set(ids)].flatMap((id) => {
    const person = resourceIn(shop, id)
    return person?.kind === 'staff' && (person.introduction || person.level) ? [person] : []
  })
}

interface PartProps {
  readonly shop: PublicShop
  readonly service: PublicService
  readonly draft: Draft
}

/** What an appointment is made of besides its offering: how many, how long, what else, what right after. */
const Appointment = ({ shop, service, draft }: PartProps) => {
  const { t } = useTranslation()
  const offering = offeringIn(service, draft.offering)
  const shelf = shelfOfOrder(service, offering)
  const each = shelfOfPlace(service, offering)
  const people = (count: number) =>
    changeDraft({
      people: count,
      start: null,
      resources: {},
      places:
        each.optional.length > 0 ? Array.from({ length: count }, (_, at) => draft.places[at] ?? { addOns: {} }) : [],
    })
  useEffect(() => {
    if (draft.places.length !== (each.optional.length > 0 ? draft.people : 0)) people(draft.people)
  }, [draft.offering])
  return (
    <>
      {service.durationChoice && (
        <Durations
          choice={service.durationChoice}
          chosen={draft.duration}
          onChange={(duration) => changeDraft({ duration, start: null })}
        />
      )}
      {service.people.min < service.people.max && (
        <View className="card">
          <PeopleStepper service={service} people={draft.people} onChange={people} />
        </View>
      )}
      {shelf.optional.length + shelf.required.length > 0 && (
        <View className="card">
          <View className="card-title">{t.addOns}</View>
          <AddOns
            shop={shop}
            shelf={shelf}
            chosen={onShelf(draft.addOns, shelf)}
            onChange={(addOns) => changeDraft({ addOns, start: null })}
          />
        </View>
      )}
      <Places
        shop={shop}
        service={service}
        offering={draft.offering}
        places={draft.places}
        onChange={(places) => changeDraft({ places, start: null })}
      />
      <Followers shop={shop} service={service} draft={draft} />
    </>
  )
}

/** Where one chooses when; null for a mode that the shop has taken up since the app was built. */
const NEXT_PAGE = {
  appointment: FEATURES.appointments ? 'time' : null,
  session: FEATURES.sessions ? 'sessions' : null,
  registration: FEATURES.tickets ? 'tickets' : null,
} as const

const ServicePage = () => {
  const { t, say, locale } = useTranslation()
  const { id = '', coupon } = useRouter().params
  const { shop } = useShop()
  const draft = useDraft()
  usePullDown(refreshShop)
  const [person, setPerson] = useState<PublicResource | null>(null)
  const { busy, goOn } = useHolding(() => undefined)
  const service = shop ? serviceIn(shop, id) : undefined
  useShareCard(() => {
    if (!service) return null
    const card = { title: say(service.title), path: `/pages/service/index?id=${id}` }
    return service.image?.startsWith('https://') ? { ...card, imageUrl: service.image } : card
  })

  useEffect(() => {
    if (!shop || !service) return
    // A booking of something else is given up with what was held for it.
    if (draftStore.get()?.service !== service.id) void releaseDraftHold()
    changeDraft(settled(shop, service, beginDraft(service)))
  }, [service])
  const takesCoupon = FEATURES.listedCoupons && coupon !== undefined && service?.coupons === true
  // Once: who takes it out again before paying is not given it anew because the shop has changed.
  useEffect(() => {
    if (!takesCoupon) return
    changeDraft({ coupon })
    void Taro.showToast({ icon: 'none', title: t.couponWaits(coupon) })
  }, [takesCoupon])

  const own = draft?.service === id ? draft : null

  const next = () => {
    if (!service) return undefined
    const [only] = service.offerings
    const page = NEXT_PAGE[service.mode]
    if (!page) return Taro.showToast({ icon: 'none', title: t.serviceOfLater })
    if (service.mode !== 'registration' || !isSingle(service) || !only)
      return Taro.navigateTo({ url: `/pages/${page}/index` })
    changeDraft({ places: [{ offering: only.id, addOns: {} }], people: 1 })
    return goOn()
  }

  const amount = (of: PublicShop, shown: PublicService, chosen: Draft) => {
    const offering = offeringIn(shown, chosen.offering)
    if (shown.mode === 'appointment' && isPricedByRules(shown, offering) && shown.priceTo > shown.priceFrom)
      return [
        [t.fromBefore, priceTitle(shown.priceFrom, t), t.from].filter(Boolean).join(' '),
        [t.priceByTime, minutesTitle(plannedMinutes(of, shown, chosen), locale)].join(' · '),
      ]
    if (shown.mode === 'appointment')
      return [
        priceTitle(listPrice(of, shown, chosen), t),
        [t.subtotal, minutesTitle(plannedMinutes(of, shown, chosen), locale)].join(' · '),
      ]
    const from = offering && shown.mode === 'session' ? offering.price : shown.priceFrom
    const isFrom = shown.mode === 'registration' && shown.priceTo > from
    const isEach = shown.mode === 'session' && from > 0 && offering?.per === 'person' && shown.people.max > 1
    return [priceTitle(from, t), isFrom ? t.priceFrom : isEach ? t.eachPerson : '']
  }
  const nextTitle = (shown: PublicService) => {
    if (shown.mode === 'appointment') return t.chooseTime
    if (shown.mode === 'session') return t.chooseSession
    return isSingle(shown) ? t.buy : t.chooseTickets
  }

  return (
    <Screen
      id="service"
      title={service ? say(service.title) : t.services}
      skeleton={[200, 96, 180, 140]}
      footer={(of) => {
        if (!service || !own) return null
        const [sum, note] = amount(of, service, own)
        return (
          <>
            <View className="footer-sum">
              <View id="service-amount" className="footer-amount figure">
                {sum}
              </View>
              <View className="footer-note">{note}</View>
            </View>
            <Action id="next" busy={busy} onTap={next}>
              {nextTitle(service)}
            </Action>
          </>
        )
      }}
      overlay={(of) => person && <PersonSheet shop={of} person={person} within={id} onClose={() => setPerson(null)} />}
    >
      {(of) => {
        if (!service)
          return (
            <Empty title={t.serviceGone} hint={t.serviceGoneHint}>
              <Action kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
                {t.backHome}
              </Action>
            </Empty>
          )
        if (!own) return null
        const people = peopleOf(of, service)
        return (
          <>
            <Picture className="service-banner" source={service.image} fallback="service" />
            <View className="card service-head">
              <View className="service-title">{say(service.title)}</View>
              <View className="soft">{say(service.summary)}</View>
              {FEATURES.feedback && service.feedback && <Rating service={service.id} />}
            </View>
            {/* A shop that was kept by an earlier version of the app has none. */}
            <Gallery pictures={service.gallery ?? []} />
            <EventLines service={service} zone={of.zone} />
            <PriceList shop={of} service={service} draft={own} />
            <Options
              options={service.options}
              chosen={own.options}
              onChange={(options) => changeDraft(withOptions(of, own, options))}
            />
            {service.mode === 'appointment' && <Appointment shop={of} service={service} draft={own} />}
            {service.description && (
              <View className="card">
                <View className="card-title">{t.included}</View>
                <View className="service-about">{say(service.description)}</View>
              </View>
            )}
            {people.length > 0 && (
              <View className="service-people">
                <View className="home-section-title">{t.team}</View>
                <Team people={people} onOpen={setPerson} />
              </View>
            )}
            <FeeRules service={service} />
            <Terms service={service} />
          </>
        )
      }}
    </Screen>
  )
}

export default ServicePage
