import { LegalText } from '@/components/legal-text'
import { Screen } from '@/components/screen'
import { useTranslation } from '@/i18n'
import { agreement } from '@/legal/agreement'

/** The shop's own terms, or the standard one. */
const AgreementPage = () => {
  const { t, say } = useTranslation()
  return (
    <Screen id="agreement" title={t.agreement} skeleton={[480]}>
      {(shop) => <LegalText text={say(shop.legal.agreement ?? agreement)} shop={shop} />}
    </Screen>
  )
}

export default AgreementPage
