import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fetchWaitlist, leaveWaitlist } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { saveDraft } from '@/booking/draft'
import { fillInOwnPhone } from '@/booking/own-phone'
import { Action } from '@/components/action'
import { RemindMe } from '@/components/order/remind-me'
import { SignInFirst } from '@/components/order/sign-in-first'
import { Screen } from '@/components/screen'
import { Sheet } from '@/components/sheet'
import { Empty, Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import { token } from '@/session/token'
import { serviceIn } from '@/shop/store'
import { usePullDown } from '@/shop/use-pull-down'
import { useLoaded } from '@/shop/use-loaded'
import { useStore } from '@/store'
import type { PublicShop, WaitlistView } from '@/kaidian/booking'
import { Entry } from './entry'
import { draftOf } from './offered'
import './index.css'

interface LeaveSheetProps {
  readonly entry: WaitlistView
  readonly onClose: () => void
  readonly onLeft: () => void
}

const LeaveSheet = ({ entry, onClose, onLeft }: LeaveSheetProps) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const leave = async () => {
    setBusy(true)
    setFault(null)
    try {
      await leaveWaitlist(entry.id)
      onLeft()
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Sheet title={t.leaveLineTitle} onClose={onClose}>
      <View className="soft">{entry.state === 'offered' ? t.leaveOfferHint : t.leaveLineHint}</View>
      <View className="fault">{fault}</View>
      <View className="sheet-actions">
        <Action id="leave-keep" kind="quiet" onTap={onClose}>
          {t.stayInLine}
        </Action>
        <Action id="leave-confirm" kind="danger" busy={busy} onTap={leave}>
          {t.leaveLine}
        </Action>
      </View>
    </Sheet>
  )
}

const isOpen = ({ state }: WaitlistView): boolean => state === 'offered' || state === 'waiting'

/** Where the customer waits, which place is theirs, and what has been offered to them. */
const WaitlistPage = () => {
  const { t } = useTranslation()
  const { joined } = useRouter().params
  const session = useStore(token)
  const [leaving, setLeaving] = useState<WaitlistView | null>(null)
  const { value, error, reload } = useLoaded(session, () => fetchWaitlist().then(({ entries }) => entries))

  useDidShow(() => void reload())
  usePullDown(reload)
  useEffect(() => {
    if (joined) void Taro.showToast({ icon: 'none', title: t.waiting })
  }, [joined])

  const takeUp = (shop: PublicShop, entry: WaitlistView) => {
    const service = serviceIn(shop, entry.selection.service)
    if (!service || !entry.hold) return undefined
    saveDraft(draftOf(service, entry))
    fillInOwnPhone()
    return Taro.navigateTo({ url: '/pages/form/index' })
  }

  const content = (shop: PublicShop) => {
    if (!session) return <SignInFirst title={t.signInForLine} />
    if (!value) return error ? <Failure message={error} onRetry={reload} /> : <Skeleton heights={[140, 140]} />
    if (value.length === 0)
      return (
        <Empty picture="waiting" title={t.noLines} hint={t.noLinesHint}>
          <Action id="go-book" kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
            {t.lookAround}
          </Action>
        </Empty>
      )
    const entries = [...value.filter(isOpen), ...value.filter((entry) => !isOpen(entry))]
    return (
      <>
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            shop={shop}
            entry={entry}
            onTakeUp={() => takeUp(shop, entry)}
            onLeave={() => setLeaving(entry)}
            onOver={reload}
          />
        ))}
        {value.some(isOpen) && (
          <View className="waitlist-more">
            <RemindMe shop={shop} events={['waitlist.offered', 'waitlist.booked', 'waitlist.lapsed']} />
          </View>
        )}
      </>
    )
  }

  return (
    <Screen
      id="waitlist"
      title={t.waitlist}
      skeleton={[140, 140]}
      overlay={() =>
        leaving && (
          <LeaveSheet
            entry={leaving}
            onClose={() => setLeaving(null)}
            onLeft={() => {
              setLeaving(null)
              void reload()
            }}
          />
        )
      }
    >
      {content}
    </Screen>
  )
}

export default WaitlistPage
