import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { exportMe } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { Line } from '@/components/order/line'
import { momentTitle } from '@/components/order/next-steps'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import type { PublicShop } from '@/kaidian/booking'

interface Consent {
  readonly document: string
  readonly at: string
}

interface Exported {
  readonly orders?: readonly { readonly consents?: readonly Consent[] }[]
}

/** Each text with the moment it was agreed to last. */
const latest = ({ orders = [] }: Exported): readonly Consent[] => {
  const all = orders.flatMap(({ consents = [] }) => consents).sort((a, b) => (a.at < b.at ? 1 : -1))
  return all.filter(({ document }, at) => all.findIndex((one) => one.document === document) === at)
}

interface ConsentSheetProps {
  readonly shop: PublicShop
  readonly onClose: () => void
}

/** What the customer has agreed to and when, and where they can take it back. */
export const ConsentSheet = ({ shop, onClose }: ConsentSheetProps) => {
  const { t, locale } = useTranslation()
  const [consents, setConsents] = useState<readonly Consent[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const load = () => {
    setFailure(null)
    return exportMe().then(
      (everything) => setConsents(latest(everything as Exported)),
      (error: unknown) => setFailure(sentenceOf(error)),
    )
  }
  useEffect(() => void load(), [])

  const titleOf = (document: string): string =>
    document === 'agreement' ? t.agreement : document === 'privacy' ? t.privacy : document
  const body = () => {
    if (failure) return <Failure message={failure} onRetry={load} />
    if (!consents) return <Skeleton heights={[90]} />
    return (
      <>
        {consents.length === 0 && <View className="me-kept-none">{t.noConsents}</View>}
        {consents.map(({ document, at }) => (
          <Line key={document} label={titleOf(document)} figure>
            {t.agreedAt(momentTitle(at, shop.zone, locale))}
          </Line>
        ))}
        <View className="soft me-consent-hint">{t.consentHint}</View>
        {process.env.TARO_ENV === 'weapp' && (
          <Action id="open-settings" kind="quiet" onTap={() => Taro.openSetting().catch(() => undefined)}>
            {t.openSettings}
          </Action>
        )}
      </>
    )
  }
  return (
    <Sheet title={t.consents} onClose={onClose}>
      {body()}
    </Sheet>
  )
}
