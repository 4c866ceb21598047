/** What a screen reader says of an `Image` in a browser; an empty text for one that stands beside the same words. */
export const alt = (text: string): { nativeProps?: Record<string, unknown> } =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: text } } : {}
