import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { cancelOrder, previewCancellation } from '@/api/calls'
import { codeOf, sentenceOf } from '@/api/errors'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { Failure, Skeleton } from '@/components/states'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { CancellationPreview, OrderView } from '@/kaidian/booking'

interface CancelSheetProps {
  readonly order: OrderView
  readonly onClose: () => void
  readonly onCancelled: (order: OrderView) => void
}

/** Shows what comes back before anything is cancelled; should that change meanwhile, it is asked again. */
export const CancelSheet = ({ order, onClose, onCancelled }: CancelSheetProps) => {
  const { t, say } = useTranslation()
  const [preview, setPreview] = useState<CancellationPreview | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const load = () => {
    setFailure(null)
    return previewCancellation(order.id).then(setPreview, (error: unknown) => setFailure(sentenceOf(error)))
  }
  useEffect(() => void load(), [order.id])

  const cancel = async () => {
    if (!preview) return
    setBusy(true)
    try {
      const cancelled = await cancelOrder(order.id, preview.refund)
      void Taro.showToast({
        icon: 'none',
        title: preview.refund > 0 ? t.cancelledRefund(yuan(preview.refund)) : t.cancelled,
      })
      onCancelled(cancelled)
    } catch (error) {
      void Taro.showToast({
        icon: 'none',
        title: codeOf(error) === 'REFUND_CHANGED' ? t.refundChanged : sentenceOf(error),
      })
      await load()
    } finally {
      setBusy(false)
    }
  }

  const body = () => {
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
        <View className="sheet-actions">
          <Action id="cancel-keep" kind="quiet" onTap={onClose}>
            {t.cancelKeep}
          </Action>
          <Action id="cancel-confirm" kind="danger" busy={busy} disabled={!preview.allowed} onTap={cancel}>
            {t.cancelConfirm}
          </Action>
        </View>
      </>
    )
  }
  return (
    <Sheet title={t.cancelTitle} onClose={onClose}>
      {body()}
    </Sheet>
  )
}
