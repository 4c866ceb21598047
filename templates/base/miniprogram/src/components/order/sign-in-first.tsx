import { Action } from '@/components/action'
import { Empty } from '@/components/states'
import { useTranslation } from '@/i18n'
import { signedIn } from '@/session/session'

/** Shown in place of what only its owner may see. */
export const SignInFirst = ({ title, hint }: { readonly title: string; readonly hint?: string }) => {
  const { t } = useTranslation()
  return (
    <Empty picture="orders" title={title} {...(hint ? { hint } : {})}>
      <Action id="sign-in" kind="quiet" small onTap={signedIn}>
        {t.signIn}
      </Action>
    </Empty>
  )
}
