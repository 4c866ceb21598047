import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { codeOf, sentenceOf } from '@/api/errors'
import { messages } from '@/i18n'
import { signedIn } from '@/session/session'
import { draftStore } from './draft'
import { holdDraft, releaseDraftHold } from './hold'
import { fillInOwnPhone } from './own-phone'

/** Refusals after which what is free has to be asked for anew. */
const LOST = ['SLOT_TAKEN', 'SLOT_UNAVAILABLE', 'SOLD_OUT', 'WAITLIST_AHEAD', 'REGISTRATION_CLOSED', 'UNKNOWN_SESSION']

interface Holding {
  readonly busy: boolean
  /** Signs in where needed, holds what the draft has chosen, and shows the form. */
  readonly goOn: () => Promise<void>
}

/**
 * The step from choosing to the form, for the pages on which one chooses. Coming back from the form gives the held places
 * back, since they are chosen anew. `onLost` is called when what is free may have changed, with the code of the refusal.
 */
export const useHolding = (onLost: (code: string | null) => void): Holding => {
  const [busy, setBusy] = useState(false)

  useDidShow(() => {
    if (draftStore.get()?.hold) void releaseDraftHold().then(() => onLost(null))
  })

  const goOn = async () => {
    if (!(await signedIn())) return
    setBusy(true)
    try {
      await holdDraft()
      fillInOwnPhone()
      await Taro.navigateTo({ url: '/pages/form/index' })
    } catch (error) {
      const code = codeOf(error)
      void Taro.showToast({ icon: 'none', title: code === 'SLOT_TAKEN' ? messages().startTaken : sentenceOf(error) })
      if (LOST.includes(code)) onLost(code)
    } finally {
      setBusy(false)
    }
  }
  return { busy, goOn }
}
