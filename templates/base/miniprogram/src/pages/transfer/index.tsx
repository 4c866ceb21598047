import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Screen } from '@/components/screen'
import { useTranslation } from '@/i18n'
import { invitationIn } from '@/share/invitation'
import type { Invitation } from '@/share/invitation'
import { PasteCode } from './paste-code'
import { TakeOver } from './take-over'
import './index.css'

/** Taking an order over with the code that somebody sent. */
const TransferPage = () => {
  const { t } = useTranslation()
  const { of = '' } = useRouter().params
  const [invitation, setInvitation] = useState<Invitation | null>(() => invitationIn(of))
  return (
    <Screen id="transfer" title={t.transferPageTitle} skeleton={[80, 320]}>
      {(shop) =>
        invitation ? (
          <TakeOver key={invitation.code} shop={shop} invitation={invitation} />
        ) : (
          <PasteCode onInvitation={setInvitation} />
        )
      }
    </Screen>
  )
}

export default TransferPage
