import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { deleteMe } from '@/api/calls'
import { ApiError, sentenceOf } from '@/api/errors'
import { forgetEverything } from '@/booking/draft'
import { forgetParticipants } from '@/booking/participants'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { useTranslation } from '@/i18n'
import { dropSession } from '@/session/token'

const forgetHere = (): void => {
  forgetEverything()
  forgetParticipants()
}

/** Closing the account, after saying what that means. */
export const DeleteSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const remove = async () => {
    setBusy(true)
    setFault(null)
    try {
      await deleteMe()
      dropSession()
      forgetHere()
      void Taro.showToast({ icon: 'none', title: t.deleted })
      onClose()
    } catch (error) {
      // Perhaps an earlier try was done and its answer lost: what this device holds is to go in any case.
      const isSignedOut = error instanceof ApiError && error.status === 401
      if (isSignedOut) forgetHere()
      setFault(isSignedOut ? t.deletedPerhaps : sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet title={t.deleteTitle} onClose={onClose}>
      <View className="soft">{t.deleteHint}</View>
      <View id="delete-fault" className="fault">
        {fault}
      </View>
      <View className="sheet-actions">
        <Action id="delete-keep" kind="quiet" onTap={onClose}>
          {t.cancel}
        </Action>
        <Action id="delete-confirm" kind="danger" busy={busy} onTap={remove}>
          {t.deleteConfirm}
        </Action>
      </View>
    </Sheet>
  )
}
