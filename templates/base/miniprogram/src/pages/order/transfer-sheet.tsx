import Taro from '@tarojs/taro'
import { Button, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { offerTransfer } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { Action } from '@/components/action'
import { orderTitle } from '@/components/order/order-title'
import { Sheet } from '@/components/sheet'
import { Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import { invitationPath } from '@/share/invitation'
import { shareText } from '@/share/share'
import type { OrderView } from '@/kaidian/booking'

interface TransferSheetProps {
  readonly order: OrderView
  readonly onCode: (code: string) => void
  readonly onClose: () => void
}

/** A code with which somebody else may take the order over, to be sent on; the order stays until they do. */
export const TransferSheet = ({ order, onCode, onClose }: TransferSheetProps) => {
  const { t, say } = useTranslation()
  const [code, setCode] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const load = () => {
    setFailure(null)
    return offerTransfer(order.id).then(
      (offer) => {
        setCode(offer.code)
        onCode(offer.code)
      },
      (error: unknown) => setFailure(sentenceOf(error)),
    )
  }
  useEffect(() => void load(), [order.id])

  const share = async (made: string) => {
    const page = window.location.href.split('#')[0] ?? ''
    const text = t.transferText(orderTitle(order, say), `${page}#${invitationPath(made)}`)
    if (await shareText(text)) void Taro.showToast({ icon: 'none', title: t.copied })
  }

  const body = () => {
    if (failure) return <Failure message={failure} onRetry={load} />
    if (!code) return <Skeleton heights={[120]} />
    return (
      <>
        <View id="transfer-code" className="transfer-code figure">
          {code}
        </View>
        <View className="soft">{t.transferHint}</View>
        <View className="sheet-actions">
          {process.env.TARO_ENV !== 'h5' && (
            <Action id="transfer-copy" kind="quiet" onTap={() => Taro.setClipboardData({ data: code })}>
              {t.copy}
            </Action>
          )}
          {process.env.TARO_ENV === 'h5' ? (
            <Action id="transfer-share" onTap={() => share(code)}>
              {t.transferShare}
            </Action>
          ) : (
            <Button id="transfer-share" className="share-button" openType="share">
              {t.transferShare}
            </Button>
          )}
        </View>
      </>
    )
  }
  return (
    <Sheet title={t.transferTitle} onClose={onClose}>
      {body()}
    </Sheet>
  )
}
