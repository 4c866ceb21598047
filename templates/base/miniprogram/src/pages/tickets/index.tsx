import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fetchTickets } from '@/api/calls'
import { changeDraft, selectionOf, useDraft } from '@/booking/draft'
import { listPrice } from '@/booking/price'
import { onShelf, shelfOfOrder } from '@/booking/shelves'
import { countOf, mostOf, shortTickets, withCount } from '@/booking/tickets'
import { useHolding } from '@/booking/use-holding'
import { useOffer } from '@/booking/use-offer'
import { Action } from '@/components/action'
import { AddOns } from '@/components/add-ons'
import { EventLines } from '@/components/event-lines'
import { OpensIn } from '@/components/opens-in'
import { Places } from '@/components/places'
import { Screen } from '@/components/screen'
import { Empty, Failure, Skeleton } from '@/components/states'
import { WaitlistSheet } from '@/components/waitlist-sheet'
import { priceTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import { serviceIn, useShop } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import { useLoaded } from '@/shop/use-loaded'
import { TicketCard } from './ticket-card'
import './index.css'

/** How many of which ticket, and what each person takes beside it. */
const TicketsPage = () => {
  const { t, say } = useTranslation()
  const { shop } = useShop()
  const draft = useDraft()
  const [joining, setJoining] = useState(false)
  const service = shop ? serviceIn(shop, draft?.service) : undefined
  const own = service?.mode === 'registration' ? service : undefined
  const known = useLoaded(own?.id ?? null, async () => (await fetchTickets(own?.id ?? '')).tickets)
  const { busy, goOn } = useHolding(() => void known.reload())
  usePullDown(known.reload)

  const places = draft?.places ?? []
  const selection = own && draft ? selectionOf(draft) : null
  const enough = own !== undefined && places.length >= own.people.min
  const offer = useOffer(enough ? selection : null)
  const short = shortTickets(known.value ?? [], places)
  const canWait = short.length > 0 && short.every(({ waitlist }) => waitlist)

  // Tickets that the shop no longer has are not chosen any more.
  useEffect(() => {
    const kept = places.filter(({ offering }) => own?.offerings.some(({ id }) => id === offering))
    if (own && kept.length < places.length) changeDraft({ places: kept })
  }, [own])

  const what = () =>
    own
      ? own.offerings
          .filter(({ id }) => countOf(places, id) > 0)
          .map(({ id, title }) => `${say(title)} × ${countOf(places, id)}`)
          .join(', ')
      : ''

  const note = () => {
    if (!own || places.length === 0) return t.pickTicket
    return enough ? t.placesChosen(places.length) : t.atLeast(own.people.min)
  }

  return (
    <Screen
      id="tickets"
      title={t.chooseTickets}
      skeleton={[120, 130, 130, 130]}
      footer={(of) =>
        own &&
        draft && (
          <>
            <View className="footer-sum">
              <View id="tickets-amount" className="footer-amount figure">
                {places.length > 0 ? priceTitle(offer?.total ?? listPrice(of, own, draft), t) : ''}
              </View>
              <View id="tickets-chosen" className="footer-note figure">
                {note()}
              </View>
            </View>
            {canWait ? (
              <Action id="join-waitlist" onTap={() => setJoining(true)}>
                {t.joinWaitlist}
              </Action>
            ) : (
              <Action id="next" busy={busy} disabled={!enough || short.length > 0} onTap={goOn}>
                {t.next}
              </Action>
            )}
          </>
        )
      }
      overlay={() =>
        FEATURES.waitlist && joining && own ? (
          <WaitlistSheet service={own} what={what()} people={places.length} onClose={() => setJoining(false)} />
        ) : null
      }
    >
      {(of) => {
        if (!own || !draft)
          return (
            <Empty title={t.serviceGone} hint={t.serviceGoneHint}>
              <Action kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
                {t.backHome}
              </Action>
            </Empty>
          )
        if (!known.value)
          return known.error ? (
            <Failure message={known.error} onRetry={known.reload} />
          ) : (
            <Skeleton heights={[120, 130, 130, 130]} />
          )
        const shelf = shelfOfOrder(own, undefined)
        return (
          <>
            <EventLines service={own} zone={of.zone} />
            <OpensIn instant={own.booking.opens} onOpen={() => void known.reload()} />
            <View className="card">
              <View className="card-title">{t.tickets}</View>
              {own.offerings.map((offering) => {
                const view = known.value?.find((each) => each.offering === offering.id)
                return (
                  <TicketCard
                    key={offering.id}
                    shop={of}
                    service={own}
                    offering={offering}
                    view={view}
                    count={countOf(places, offering.id)}
                    most={mostOf(own, offering, view, places)}
                    onChange={(count) => {
                      const next = withCount(own, offering, places, count)
                      changeDraft({ places: next, people: next.length })
                    }}
                  />
                )
              })}
            </View>
            <Places
              shop={of}
              service={own}
              offering={null}
              places={places}
              onChange={(next) => changeDraft({ places: next })}
            />
            {places.length > 0 && shelf.optional.length + shelf.required.length > 0 && (
              <View className="card">
                <View className="card-title">{own.addOnsEach ? t.addOns : t.addOnsOfOrder}</View>
                <AddOns
                  shop={of}
                  shelf={shelf}
                  chosen={onShelf(draft.addOns, shelf)}
                  onChange={(addOns) => changeDraft({ addOns })}
                />
              </View>
            )}
          </>
        )
      }}
    </Screen>
  )
}

export default TicketsPage
