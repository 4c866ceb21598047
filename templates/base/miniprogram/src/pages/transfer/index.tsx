import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { previewTransfer } from '@/api/calls'
import { Action } from '@/components/action'
import { Screen } from '@/components/screen'
import { Failure, Skeleton } from '@/components/states'
import { useTranslation } from '@/i18n'
import { codeIn } from '@/share/invitation'
import { useLoaded } from '@/shop/use-loaded'
import type { PublicShop } from '@/kaidian/booking'
import { PasteCode } from './paste-code'
import { TakeOver } from './take-over'
import './index.css'

interface OfferProps {
  readonly shop: PublicShop
  readonly code: string
  readonly onOther: () => void
}

/** What the code stands for, before anybody signs in; then the forms. */
const Offer = ({ shop, code, onOther }: OfferProps) => {
  const { t } = useTranslation()
  const { value, error, reload } = useLoaded(code, () => previewTransfer(code))
  if (value) return <TakeOver shop={shop} code={code} offer={value} />
  if (!error) return <Skeleton heights={[80, 320]} />
  return (
    <>
      <Failure message={error} onRetry={reload} />
      <Action id="transfer-other" kind="plain" onTap={onOther}>
        {t.transferOther}
      </Action>
    </>
  )
}

/** Taking an order over with the code that somebody sent. */
const TransferPage = () => {
  const { t } = useTranslation()
  // `of` is what links of earlier versions have.
  const { code: linked = '', of = '' } = useRouter().params
  const [code, setCode] = useState<string | null>(() => codeIn(linked || of))
  return (
    <Screen id="transfer" title={t.transferPageTitle} skeleton={[80, 320]}>
      {(shop) =>
        code ? (
          <Offer key={code} shop={shop} code={code} onOther={() => setCode(null)} />
        ) : (
          <PasteCode onCode={setCode} />
        )
      }
    </Screen>
  )
}

export default TransferPage
