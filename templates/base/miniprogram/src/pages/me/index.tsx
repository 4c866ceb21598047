import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { endSession, fetchMe } from '@/api/calls'
import type { Me } from '@/api/calls'
import { forgetEverything } from '@/booking/draft'
import { Appearance } from '@/components/appearance'
import { forgetParticipants } from '@/booking/participants'
import { Chip } from '@/components/chip'
import { Picture } from '@/components/picture'
import { Row } from '@/components/row'
import { Screen } from '@/components/screen'
import { Tap } from '@/components/tap'
import { listedIn } from '@/coupons/listed'
import { chooseLocale, useTranslation } from '@/i18n'
import type { Locale } from '@/i18n'
import { endBegunPayment } from '@/payment'
import { signedIn } from '@/session/session'
import { dropSession, token } from '@/session/token'
import { callShop } from '@/shop/contact'
import { useStore } from '@/store'
import type { PublicShop } from '@/kaidian/booking'
import { ConsentSheet } from './consent-sheet'
import { DeleteSheet } from './delete-sheet'
import { ExportSheet } from './export-sheet'
import { KeptSheet } from './kept-sheet'
import './index.css'

const LANGUAGES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' }

const openPage = (page: string) => () => Taro.navigateTo({ url: `/pages/${page}/index` })

/** Functions of this shop alone: where nobody waits, nothing is sold in advance and nothing passed on, there is none. */
const Own = ({ shop, onKept }: { readonly shop: PublicShop; readonly onKept: () => void }) => {
  const { t } = useTranslation()
  const hasLines = FEATURES.waitlist && shop.services.some(({ waitlist }) => waitlist)
  const hasPasses = FEATURES.entitlements && shop.entitlements.length > 0
  const hasCoupons = listedIn(shop).length > 0
  const hasPeople = FEATURES.participants && shop.services.some(({ participants }) => participants !== null)
  const hasTransfers = FEATURES.transfers && shop.services.some(({ terms }) => terms.transfer !== null)
  if (!hasLines && !hasPasses && !hasCoupons && !hasPeople && !hasTransfers) return null
  return (
    <View className="card rows">
      {hasLines && <Row id="me-waitlist" icon="clock" title={t.waitlist} onTap={openPage('waitlist')} />}
      {hasPasses && <Row id="me-passes" icon="star" title={t.passes} onTap={openPage('passes')} />}
      {hasCoupons && <Row id="me-coupons" icon="ticket" title={t.coupons} onTap={openPage('coupons')} />}
      {hasPeople && <Row id="me-kept" icon="people" title={t.keptPeople} onTap={onKept} />}
      {hasTransfers && <Row id="me-transfer" icon="download" title={t.takeOver} onTap={openPage('transfer')} />}
    </View>
  )
}

/** Who the customer is to the shop, their language, their data, and the shop's texts. */
const MePage = () => {
  const { t, say, locale } = useTranslation()
  const session = useStore(token)
  const [me, setMe] = useState<Me | null>(null)
  const [sheet, setSheet] = useState<'kept' | 'consent' | 'export' | 'delete' | null>(null)

  const load = () => {
    if (!token.get()) return setMe(null)
    // Without an answer the page is still useful; what is shown is then what was known.
    void fetchMe().then(setMe, () => undefined)
  }
  useDidShow(load)
  useEffect(load, [session])

  const signOut = async () => {
    await endSession().catch(() => undefined)
    dropSession()
    forgetEverything()
    forgetParticipants()
    endBegunPayment()
    void Taro.showToast({ icon: 'none', title: t.signedOut })
  }

  return (
    <Screen
      id="me"
      tab
      title={t.me}
      skeleton={[104, 160, 160]}
      overlay={(shop) => (
        <>
          {FEATURES.participants && sheet === 'kept' && <KeptSheet shop={shop} onClose={() => setSheet(null)} />}
          {sheet === 'consent' && <ConsentSheet shop={shop} onClose={() => setSheet(null)} />}
          {sheet === 'export' && <ExportSheet onClose={() => setSheet(null)} />}
          {sheet === 'delete' && <DeleteSheet onClose={() => setSheet(null)} />}
        </>
      )}
    >
      {(shop) => (
        <>
          <View className="card me-card">
            <Picture className="me-picture" source={null} fallback="person" />
            {session ? (
              <View className="grow">
                <View id="me-phone" className="me-name figure">
                  {me?.phone ?? t.wechatCustomer}
                </View>
                <View className="soft">
                  {me
                    ? `${me.membership ? say(me.membership.title) : t.noMembership} · ${t.visits(me.visits)}`
                    : t.loading}
                </View>
              </View>
            ) : (
              <Tap id="sign-in" className="grow" onTap={signedIn}>
                <View className="me-name">{t.signIn}</View>
                <View className="soft">{t.signInHint}</View>
              </Tap>
            )}
          </View>
          <Own shop={shop} onKept={() => setSheet('kept')} />
          {shop.locales.length > 1 && (
            <View className="card">
              <View className="card-title">{t.language}</View>
              <View className="chips">
                {shop.locales.map((each) => (
                  <Chip key={each} id={`language-${each}`} chosen={each === locale} onTap={() => chooseLocale(each)}>
                    {LANGUAGES[each]}
                  </Chip>
                ))}
              </View>
            </View>
          )}
          <Appearance />
          <View className="card rows">
            {shop.profile.phone && (
              <Row
                id="me-contact"
                icon="phone"
                title={t.contactShop}
                value={shop.profile.phone}
                onTap={() => callShop(shop.profile.phone)}
              />
            )}
            <Row id="me-agreement" icon="document" title={t.agreement} onTap={openPage('agreement')} />
            <Row id="me-privacy" icon="shield" title={t.privacy} onTap={openPage('privacy')} />
          </View>
          {session && (
            <View className="card rows">
              <Row id="me-consent" icon="shield" title={t.consents} onTap={() => setSheet('consent')} />
              <Row id="me-export" icon="download" title={t.exportData} onTap={() => setSheet('export')} />
              <Row id="me-delete" icon="trash" title={t.deleteAccount} onTap={() => setSheet('delete')} />
              <Row id="sign-out" icon="leave" title={t.signOut} onTap={signOut} />
            </View>
          )}
        </>
      )}
    </Screen>
  )
}

export default MePage
