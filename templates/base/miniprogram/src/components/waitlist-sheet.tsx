import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { joinWaitlist } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { changeDraft, draftStore, saveDraft, selectionOf } from '@/booking/draft'
import { fillInOwnPhone } from '@/booking/own-phone'
import { useTranslation } from '@/i18n'
import { signedIn } from '@/session/session'
import type { PublicService } from '@/kaidian/booking'
import { Action } from './action'
import { Sheet } from './sheet'

interface WaitlistSheetProps {
  readonly service: PublicService
  /** What is waited for, such as a day and time. */
  readonly what: string
  readonly people: number
  readonly onClose: () => void
}

/**
 * Joining the line for what the draft has chosen. A line that offers is joined here; one that books at once has its form filled
 * in first, on the pages that follow.
 */
export const WaitlistSheet = ({ service, what, people, onClose }: WaitlistSheetProps) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const booksAtOnce = service.waitlistMode === 'auto'

  const join = async () => {
    const draft = draftStore.get()
    const selection = draft && selectionOf(draft)
    if (!selection || !(await signedIn())) return
    if (booksAtOnce) {
      changeDraft({ waitlist: true, hold: null })
      fillInOwnPhone()
      onClose()
      await Taro.navigateTo({ url: '/pages/form/index' })
      return
    }
    setBusy(true)
    try {
      await joinWaitlist(selection)
      saveDraft(null)
      onClose()
      await Taro.redirectTo({ url: '/pages/waitlist/index' })
      void Taro.showToast({ icon: 'success', title: t.waiting })
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Sheet title={t.joinWaitlist} onClose={onClose}>
      <View className="line">
        <View className="line-label">{t.waitFor}</View>
        <View id="waitlist-what" className="line-value figure">
          {what}
        </View>
      </View>
      <View className="line">
        <View className="line-label">{t.people}</View>
        <View id="waitlist-people" className="line-value figure">
          {people}
        </View>
      </View>
      <View className="soft">{booksAtOnce ? t.waitlistAuto : t.waitlistOffer}</View>
      <View className="sheet-actions">
        <Action id="waitlist-join" busy={busy} onTap={join}>
          {booksAtOnce ? t.fillInForm : t.joinWaitlist}
        </Action>
      </View>
    </Sheet>
  )
}
