import type { Words } from '../booking.ts'
import { compose, say } from '../words.ts'

const labels = new WeakMap<object, Words>()

/** `剪发 · 总监`: words of the whole and of the part, put together once for each part of a resolved shop. */
export function joinedLabel(whole: Words, part: Words): Words {
  let label = labels.get(part)
  if (!label) labels.set(part, (label = compose((locale) => `${say(whole, locale)} · ${say(part, locale)}`)))
  return label
}
