import Taro from '@tarojs/taro'
import { Canvas, View } from '@tarojs/components'
import type { CanvasTouchEvent } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { uploadFile } from '@/api/uploads'
import { noteUpload } from '@/booking/uploaded'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { useTranslation } from '@/i18n'
import { padInBrowser, padOf } from './signing'
import type { Pad } from './signing'

interface SignatureSheetProps {
  readonly title: string
  readonly to: { readonly form: string; readonly field: string }
  readonly onSigned: (upload: string) => void
  readonly onClose: () => void
}

const CANVAS = 'signature-canvas'

/** Where the finger signs. */
export const SignatureSheet = ({ title, to, onSigned, onClose }: SignatureSheetProps) => {
  const { t } = useTranslation()
  const pad = useRef<Pad | null>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const [drawn, setDrawn] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') {
      pad.current = canvas.current && padInBrowser(canvas.current)
      return
    }
    // The canvas is laid out some time after the sheet is there.
    const timer = setInterval(() => {
      void padOf(CANVAS).then((found) => {
        if (!found || pad.current) return
        pad.current = found
        clearInterval(timer)
      })
    }, 100)
    return () => clearInterval(timer)
  }, [])

  const down = (x: number, y: number) => {
    if (!pad.current) return
    drawing.current = true
    pad.current.down(x, y)
    setDrawn(true)
  }
  const touched = (then: (x: number, y: number) => void) => (event: CanvasTouchEvent) => {
    const touch = event.touches[0] as { readonly x: number; readonly y: number } | undefined
    if (touch) then(touch.x, touch.y)
  }
  const clear = () => {
    pad.current?.clear()
    setDrawn(false)
  }
  const done = async () => {
    if (!pad.current || busy) return
    setBusy(true)
    try {
      const picture = await pad.current.picture()
      const upload = await uploadFile(picture, to)
      noteUpload(
        upload.id,
        { name: title, type: upload.type },
        typeof picture === 'string' ? picture : URL.createObjectURL(picture),
      )
      onSigned(upload.id)
    } catch (error) {
      setBusy(false)
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    }
  }

  return (
    <Sheet title={title} onClose={onClose}>
      <View className="soft">{t.signHint}</View>
      {process.env.TARO_ENV === 'h5' ? (
        <canvas
          id={CANVAS}
          ref={canvas}
          className="signature-canvas"
          aria-label={t.signHint}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            down(event.nativeEvent.offsetX, event.nativeEvent.offsetY)
          }}
          onPointerMove={({ nativeEvent }) =>
            drawing.current && pad.current?.move(nativeEvent.offsetX, nativeEvent.offsetY)
          }
          onPointerUp={() => (drawing.current = false)}
        />
      ) : (
        <Canvas
          id={CANVAS}
          type="2d"
          className="signature-canvas"
          disableScroll
          onTouchStart={touched(down)}
          onTouchMove={touched((x, y) => pad.current?.move(x, y))}
        />
      )}
      <View className="sheet-actions">
        <Action id="signature-clear" kind="quiet" disabled={!drawn} onTap={clear}>
          {t.signClear}
        </Action>
        <Action id="signature-done" busy={busy} disabled={!drawn} onTap={done}>
          {t.signDone}
        </Action>
      </View>
    </Sheet>
  )
}
