import { Image, View } from '@tarojs/components'
import { alt } from '@/components/alt'
import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import { useTranslation } from '@/i18n'
import './check-in-code.css'

/** Pixels of a module of the code, and its quiet zone of four modules. */
const MODULE = 6

/** A GIF of the code, as the address of an image: both targets draw it, and a phone's camera reads it off the screen. */
const qrAddress = (content: string): string => {
  const code = qrcode(0, 'M')
  code.addData(content)
  code.make()
  return code.createDataURL(MODULE, MODULE * 4)
}

interface CheckInCodeProps {
  readonly code: string
  /** Wall time of the check-in, when it has happened. */
  readonly checkedInAt: string | null
}

/** What the customer shows in the shop: as a picture to scan, and to read aloud. */
export const CheckInCode = ({ code, checkedInAt }: CheckInCodeProps) => {
  const { t } = useTranslation()
  const address = useMemo(() => qrAddress(code), [code])
  return (
    <View className="card code-card">
      <Image
        {...alt(t.checkInHint)}
        className={`code-image ${checkedInAt ? 'code-used' : ''}`}
        src={address}
        mode="aspectFit"
      />
      <View id="check-in-code" className="code-text figure">
        {code}
      </View>
      <View className="soft">{checkedInAt ? t.checkedInAt(checkedInAt) : t.checkInHint}</View>
    </View>
  )
}
