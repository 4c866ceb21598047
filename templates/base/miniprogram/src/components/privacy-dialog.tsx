import Taro from '@tarojs/taro'
import { Button, Text, View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { privacyQuestion } from '@/session/privacy'
import { useStore } from '@/store'
import { Action } from './action'
import { Sheet } from './sheet'
import './privacy-dialog.css'

/** WeChat's privacy consent: refusing it leaves everything else usable. */
export const PrivacyDialog = () => {
  const { t } = useTranslation()
  const answer = useStore(privacyQuestion)
  if (!answer) return null
  const finish = (event: 'agree' | 'disagree') => {
    answer(event === 'agree' ? { event, buttonId: 'privacy-agree' } : { event })
    privacyQuestion.set(null)
  }
  return (
    <Sheet title={t.privacyTitle} onClose={() => finish('disagree')}>
      <View className="soft">{t.privacyAsk}</View>
      <Text className="link privacy-guide" onClick={() => void Taro.openPrivacyContract({})}>
        {t.privacyGuide}
      </Text>
      <View className="sheet-actions">
        <Action id="privacy-decline" kind="quiet" onTap={() => finish('disagree')}>
          {t.privacyDecline}
        </Action>
        <Button
          id="privacy-agree"
          className="privacy-agree"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => finish('agree')}
        >
          {t.privacyAgree}
        </Button>
      </View>
    </Sheet>
  )
}
