import { LegalText } from '@/components/legal-text'
import { Screen } from '@/components/screen'
import { useTranslation } from '@/i18n'
import { privacy } from '@/legal/privacy'

/** The shop's own privacy policy, or the standard one. */
const PrivacyPage = () => {
  const { t, say } = useTranslation()
  return (
    <Screen id="privacy" title={t.privacy} skeleton={[480]}>
      {(shop) => <LegalText text={say(shop.legal.privacy ?? privacy)} shop={shop} />}
    </Screen>
  )
}

export default PrivacyPage
