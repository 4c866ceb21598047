import { useShareAppMessage } from '@tarojs/taro'
import { shop as compiled } from '@/shop'

interface Card {
  readonly title: string
  readonly path: string
  /** A photograph, shown 5 : 4; the platform takes a picture of the page when left out. */
  readonly imageUrl?: string
}

/** In WeChat: the card that is sent when the page is shared; null shares the shop. The page's config has to allow it. */
export const useShareCard = (card: () => Card | null): void => {
  useShareAppMessage(() => card() ?? { title: compiled.name, path: '/pages/home/index' })
}

/**
 * On h5: hands `text` to the browser's own sharing, or to the clipboard where there is none. True when it was copied, so that
 * the page says so.
 */
export const shareText = async (text: string): Promise<boolean> => {
  if (typeof navigator.share === 'function') {
    const shared = await navigator.share({ text }).then(
      () => true,
      (reason: unknown) => (reason as { name?: string } | null)?.name === 'AbortError',
    )
    if (shared) return false
  }
  await navigator.clipboard?.writeText(text).catch(() => undefined)
  return true
}
