import { Image, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { usePalette } from '@/theme/theme'
import { drawing } from '@/illustrations'
import { svgAddress } from '@/illustrations/address'
import { alt } from './alt'

interface PictureProps {
  /** `illustration:name` or an https address, as in the shop's description. */
  readonly source: string | null
  /** Drawn when there is no source, or when it cannot be loaded. */
  readonly fallback: string
  readonly className?: string
}

/** A picture that fills its box: one of the illustrations in the shop's colours, or a photograph. */
export const Picture = ({ source, fallback, className = '' }: PictureProps) => {
  const palette = usePalette()
  const [broken, setBroken] = useState<string | null>(null)
  const remote = source?.startsWith('https://') && source !== broken ? source : null
  const name = source?.startsWith('illustration:') ? source.slice('illustration:'.length) : fallback
  const address = useMemo(() => svgAddress(drawing(name, fallback, palette)), [name, fallback, palette])
  return (
    <View className={`picture ${className}`} style={{ backgroundImage: `url("${address}")` }}>
      {remote && (
        <Image
          {...alt('')}
          className="picture-photo"
          src={remote}
          mode="aspectFill"
          lazyLoad
          onError={() => setBroken(remote)}
        />
      )}
    </View>
  )
}
