import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { secondsUntil } from '@/api/clock'
import { useSecondsUntil } from '@/booking/hold'
import { clockFace } from '@/format/date'
import { useTranslation } from '@/i18n'
import './opens-in.css'

/** Nobody waits on the page for longer. */
const SOON_SECONDS = 3600

interface OpensInProps {
  /** When booking opens, as an instant. */
  readonly instant: string | null
  readonly onOpen: () => void
}

/** Counts down the last hour before booking opens, on its own, so that nothing else is drawn again each second. */
export const OpensIn = ({ instant, onOpen }: OpensInProps) => {
  const { t } = useTranslation()
  const away = instant ? secondsUntil(instant) : 0
  const isSoon = away > 0 && away <= SOON_SECONDS
  const seconds = useSecondsUntil(isSoon ? instant : null)
  useEffect(() => {
    if (seconds === 0) onOpen()
  }, [seconds === 0])
  if (!seconds) return null
  return (
    <View id="opens-in" className="opens-in figure">
      {t.opensIn(clockFace(seconds))}
    </View>
  )
}
