import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { now } from '@/api/clock'
import { changeDraft, selectionOf, useDraft } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import { listPrice, offeringIn } from '@/booking/price'
import { shelfOfOrder, shelfOfPlace, onShelf } from '@/booking/shelves'
import { useHolding } from '@/booking/use-holding'
import { useOffer } from '@/booking/use-offer'
import { Action } from '@/components/action'
import { AddOns } from '@/components/add-ons'
import { Chip } from '@/components/chip'
import { OpensIn } from '@/components/opens-in'
import { PeopleStepper } from '@/components/people-stepper'
import { Places } from '@/components/places'
import { Screen } from '@/components/screen'
import { Empty } from '@/components/states'
import { WaitlistSheet } from '@/components/waitlist-sheet'
import { wallOf, whenTitle } from '@/format/date'
import { priceTitle, unitTitle } from '@/format/price'
import { useTranslation } from '@/i18n'
import { shop as compiled } from '@/shop'
import { serviceIn, useShop } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import type { PublicOffering, PublicService, SessionView } from '@/kaidian/booking'
import { SessionChooser } from './chooser'
import { MoveSession } from './move'
import { useSessions } from './use-sessions'
import '@/components/offer.css'
import './index.css'

/** Whether an offering is sold for this: the whole series, or one occurrence, of which only the id names a moment. */
const isFor = (session: SessionView, offering: PublicOffering | undefined): boolean =>
  offering !== undefined &&
  session.offerings.includes(offering.id) &&
  (offering.covers === 'session') === session.id.includes('@')

/** So many people, each with the add-ons chosen before; none where nobody chooses for themselves. */
const seated = (service: PublicService, draft: Draft, people: number): Pick<Draft, 'people' | 'places'> => {
  const { optional } = shelfOfPlace(service, offeringIn(service, draft.offering))
  if (optional.length === 0) return { people, places: [] }
  return { people, places: Array.from({ length: people }, (_, at) => draft.places[at] ?? { addOns: {} }) }
}

const Offerings = ({ service, draft }: { readonly service: PublicService; readonly draft: Draft }) => {
  const { t, say } = useTranslation()
  if (service.offerings.length < 2) return null
  return (
    <View className="card">
      <View className="chips">
        {service.offerings.map((offering) => (
          <Chip
            key={offering.id}
            id={`offering-${offering.id}`}
            chosen={draft.offering === offering.id}
            onTap={() => changeDraft({ offering: offering.id, session: null })}
          >
            <View>
              {say(offering.title)}
              <View className="chip-price figure">
                {[priceTitle(offering.price, t), unitTitle(service, offering, t)].filter(Boolean).join(' ')}
              </View>
            </View>
          </Chip>
        ))}
      </View>
    </View>
  )
}

/** Which session, for how many, and what each of them takes beside it. */
const NewSession = () => {
  const { t, say, locale } = useTranslation()
  const { shop } = useShop()
  const draft = useDraft()
  const [joining, setJoining] = useState(false)
  const service = shop ? serviceIn(shop, draft?.service) : undefined
  const own = service?.mode === 'session' ? service : undefined
  const today = wallOf(now(), shop?.zone ?? compiled.zone).day
  const known = useSessions(own?.id ?? null, today)
  const { busy, goOn } = useHolding(() => void known.reload())
  usePullDown(known.reload)
  const offer = useOffer(own && draft ? selectionOf(draft) : null)

  const session = known.sessions?.find(({ id }) => id === draft?.session?.id)
  // What was chosen before, on a day that has passed or for another offering, is not chosen any more.
  useEffect(() => {
    if (known.sessions && !known.loading && draft?.session && !session) changeDraft({ session: null })
  }, [known.sessions, known.loading])
  useEffect(() => {
    if (own && draft) changeDraft(seated(own, draft, Math.min(own.people.max, Math.max(own.people.min, draft.people))))
  }, [own, draft?.offering])

  const choose = ({ id, title, day, time, endTime, days }: SessionView) =>
    changeDraft({ session: { id, title, day, time, endTime, days } })

  const isShort = session && draft && (session.reason !== null || session.left < draft.people)
  const canWait = Boolean(session?.waitlist && isShort)
  const what = session ? [say(session.title), whenTitle(session, locale)].filter(Boolean).join(' ') : ''

  const seatsNote = () => {
    if (!own || !session || session.left >= own.people.max) return null
    return session.left === 0 ? t.noSeats : t.seatsLeft(session.left)
  }

  return (
    <Screen
      id="sessions"
      title={t.chooseSession}
      skeleton={[60, 92, 92, 92]}
      footer={(of) =>
        own &&
        draft && (
          <>
            <View className="footer-sum">
              <View id="session-amount" className="footer-amount figure">
                {session ? priceTitle(offer?.total ?? listPrice(of, own, draft), t) : ''}
              </View>
              <View id="session-chosen" className="footer-note figure">
                {session ? whenTitle({ ...session, endTime: null }, locale) : t.pickSession}
              </View>
            </View>
            {canWait ? (
              <Action id="join-waitlist" onTap={() => setJoining(true)}>
                {t.joinWaitlist}
              </Action>
            ) : (
              <Action id="next" busy={busy} disabled={!session || Boolean(isShort)} onTap={goOn}>
                {t.next}
              </Action>
            )}
          </>
        )
      }
      overlay={() =>
        FEATURES.waitlist && joining && own && draft ? (
          <WaitlistSheet service={own} what={what} people={draft.people} onClose={() => setJoining(false)} />
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
        const offering = offeringIn(own, draft.offering)
        const shelf = shelfOfOrder(own, offering)
        const most = session && !session.waitlist ? Math.max(own.people.min, session.left) : own.people.max
        return (
          <>
            <OpensIn instant={own.booking.opens} onOpen={() => void known.reload()} />
            <Offerings service={own} draft={draft} />
            {own.people.min < own.people.max && (
              <View className="card">
                <PeopleStepper
                  service={own}
                  people={draft.people}
                  most={Math.min(own.people.max, most)}
                  note={seatsNote()}
                  onChange={(people) => changeDraft(seated(own, draft, people))}
                />
              </View>
            )}
            <SessionChooser
              known={known}
              fits={(each) => isFor(each, offering)}
              chosen={session?.id ?? null}
              onChoose={choose}
            />
            <Places
              shop={of}
              service={own}
              offering={draft.offering}
              places={draft.places}
              onChange={(places) => changeDraft({ places })}
            />
            {shelf.optional.length + shelf.required.length > 0 && (
              <View className="card">
                <View className="card-title">{t.addOns}</View>
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

const SessionsPage = () => {
  const { order } = useRouter().params
  return order ? <MoveSession id={order} /> : <NewSession />
}

export default SessionsPage
