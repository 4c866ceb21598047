import type { Translation } from '@/i18n'
import type { OrderView } from '@/kaidian/booking'

/** `染发 · 资深`; once where both are called the same. */
export const orderTitle = ({ serviceTitle, offeringTitle }: OrderView, say: Translation['say']): string =>
  [say(serviceTitle), say(offeringTitle)]
    .filter((title, at, all) => title !== '' && all.indexOf(title) === at)
    .join(' · ')
