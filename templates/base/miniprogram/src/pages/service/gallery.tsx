import Taro from '@tarojs/taro'
import { ScrollView, View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'

const isPhotograph = (source: string): boolean => source.startsWith('https://')

/** Further pictures of a service in a row; photographs open in full. */
export const Gallery = ({ pictures }: { readonly pictures: readonly string[] }) => {
  const { t } = useTranslation()
  const shownId = useShownId('gallery')
  const photographs = pictures.filter(isPhotograph)
  if (pictures.length === 0) return null
  return (
    <ScrollView {...shownId} className="gallery" scrollX enhanced showScrollbar={false}>
      <View className="gallery-row">
        {pictures.map((source, at) =>
          isPhotograph(source) ? (
            <Tap
              key={at}
              id={`picture-${at + 1}`}
              className="gallery-picture"
              label={t.enlarge(at + 1)}
              onTap={() => Taro.previewImage({ current: source, urls: photographs })}
            >
              <Picture className="gallery-photo" source={source} fallback="service" />
            </Tap>
          ) : (
            <View key={at} className="gallery-picture">
              <Picture className="gallery-photo" source={source} fallback="service" />
            </View>
          ),
        )}
      </View>
    </ScrollView>
  )
}
