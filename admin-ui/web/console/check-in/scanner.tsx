import { useEffect, useRef, useState } from 'react'
import { Alert } from 'antd'
import { useWords } from '../words.ts'
import { qrDetector } from './barcode.ts'

const LOOK_EVERY = 200

/** The camera's picture; `onCode` hears each code once until another is seen. The camera is let go on unmount. */
export function Scanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const { t } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const heard = useRef(onCode)
  heard.current = onCode
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const detector = qrDetector()
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    let last = ''

    const look = async (): Promise<void> => {
      const picture = video.current
      if (over || !detector || !picture) return
      if (picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
        const [found] = await detector.detect(picture).catch(() => [])
        if (!over && found && found.rawValue !== last) {
          last = found.rawValue
          heard.current(found.rawValue)
        }
      }
      timer = setTimeout(() => void look(), LOOK_EVERY)
    }
    const begin = async (): Promise<void> => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
        if (over || !video.current) return stop()
        video.current.srcObject = stream
        await video.current.play()
        await look()
      } catch {
        if (!over) setFailed(true)
      }
    }
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop())

    void begin()
    return () => {
      over = true
      clearTimeout(timer)
      stop()
    }
  }, [])

  if (failed) return <Alert type="warning" showIcon title={t('checkIn.noCamera')} />
  return (
    <figure className="scanner">
      <video ref={video} muted playsInline aria-label={t('checkIn.scanning')} />
      <figcaption>{t('checkIn.scanning')}</figcaption>
    </figure>
  )
}
