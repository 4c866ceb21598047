import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { cancelOrder, fetchOrder, previewCancellation } from '@/api/calls'
import { codeOf, sentenceOf } from '@/api/errors'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { Failure, Skeleton } from '@/components/states'
import { Tick } from '@/components/tick'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { CancellationPreview, OrderView } from '@/kaidian/booking'

interface CancelSheetProps {
  readonly order: OrderView
  /** Of the people, in the order of their places. */
  readonly names: readonly string[]
  /** Whether some people may leave while the others stay. */
  readonly partly: boolean
  readonly onClose: () => void
  readonly onCancelled: (order: OrderView) => void
}

/** Whether somebody, or all, left since. */
const isLess = (now: OrderView, before: OrderView): boolean =>
  now.withdrawn.length > before.withdrawn.length || (now.state === 'cancelled' && before.state !== 'cancelled')

/** Shows what comes back before anything is cancelled, for everybody or for some; should that change meanwhile, it is asked again. */
export const CancelSheet = ({ order, names, partly, onClose, onCancelled }: CancelSheetProps) => {
  const { t, say } = useTranslation()
  const staying = order.selection.places.map((_, at) => at).filter((at) => !order.withdrawn.includes(at))
  const [leaving, setLeaving] = useState<readonly number[]>(staying)
  const [preview, setPreview] = useState<CancellationPreview | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const round = useRef(0)

  const isAll = leaving.length === staying.length
  const places = isAll ? undefined : leaving
  const load = async () => {
    const mine = ++round.current
    setFailure(null)
    setPreview(null)
    if (leaving.length === 0) return
    try {
      const found = await previewCancellation(order.id, places)
      if (mine === round.current) setPreview(found)
    } catch (error) {
      if (mine === round.current) setFailure(sentenceOf(error))
    }
  }
  useEffect(() => void load(), [order.id, leaving.join(',')])

  const cancel = async () => {
    if (!preview) return
    setBusy(true)
    try {
      const cancelled = await cancelOrder(order.id, preview.refund, places)
      void Taro.showToast({
        icon: 'none',
        title: preview.refund > 0 ? t.cancelledRefund(yuan(preview.refund)) : t.cancelled,
      })
      onCancelled(cancelled)
    } catch (error) {
      // The answer may be lost, and the order cancelled all the same.
      const known = await fetchOrder(order.id).catch(() => null)
      if (known && isLess(known, order)) return onCancelled(known)
      void Taro.showToast({
        icon: 'none',
        title: codeOf(error) === 'REFUND_CHANGED' ? t.refundChanged : sentenceOf(error),
      })
      await load()
    } finally {
      setBusy(false)
    }
  }

  const whoLeaves = () => (
    <View className="cancel-who">
      <View className="soft">{t.whoLeaves}</View>
      {staying.map((at) => (
        <Tick
          key={at}
          id={`cancel-person-${at + 1}`}
          ticked={leaving.includes(at)}
          label={names[at] ?? ''}
          onChange={(ticked) => setLeaving(staying.filter((one) => (one === at ? ticked : leaving.includes(one))))}
        >
          {names[at]}
        </Tick>
      ))}
    </View>
  )

  const body = () => {
    if (leaving.length === 0) return <View className="soft">{t.nobodyLeaves}</View>
    if (failure) return <Failure message={failure} onRetry={load} />
    if (!preview) return <Skeleton heights={[96]} />
    return (
      <>
        {preview.paid > 0 && (
          <View className="cancel-amount">
            <View>{t.cancelRefund}</View>
            <View id="cancel-refund" className="cancel-refund figure">
              {yuan(preview.refund)}
            </View>
          </View>
        )}
        <View className="soft">{say(preview.explanation)}</View>
      </>
    )
  }
  const mayStay = partly && staying.length > 1
  const title = !mayStay ? t.cancelTitle : isAll ? t.cancelAllTitle : t.cancelSomeTitle
  return (
    <Sheet title={title} onClose={onClose}>
      {mayStay && whoLeaves()}
      {body()}
      <View className="sheet-actions">
        <Action id="cancel-keep" kind="quiet" onTap={onClose}>
          {t.cancelKeep}
        </Action>
        <Action id="cancel-confirm" kind="danger" busy={busy} disabled={!preview?.allowed} onTap={cancel}>
          {t.cancelConfirm}
        </Action>
      </View>
    </Sheet>
  )
}
