import Taro from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { Tick } from './tick'
import { useTranslation } from '@/i18n'

const open = (page: 'agreement' | 'privacy') => () => void Taro.navigateTo({ url: `/pages/${page}/index` })
const showTerms = () =>
  void Taro.pageScrollTo({ selector: '#terms', offsetTop: -72, duration: 250 }).catch(() => undefined)

interface AcceptProps {
  readonly accepted: boolean
  readonly faulty: boolean
  readonly onChange: (accepted: boolean) => void
}

/** The rules of the booking, the agreement and the privacy policy, to be read and then ticked by the customer. */
export const Accept = ({ accepted, faulty, onChange }: AcceptProps) => {
  const { t } = useTranslation()
  return (
    <Tick
      id="accept"
      ticked={accepted}
      faulty={faulty}
      label={`${t.acceptBefore}${t.rulesName}${t.comma}${t.agreementName}${t.and}${t.privacyName}`}
      onChange={onChange}
    >
      <Text>{t.acceptBefore}</Text>
      <Text id="read-terms" className="link" onClick={showTerms}>
        {t.rulesName}
      </Text>
      <Text>{t.comma}</Text>
      <Text id="read-agreement" className="link" onClick={open('agreement')}>
        {t.agreementName}
      </Text>
      <Text>{t.and}</Text>
      <Text id="read-privacy" className="link" onClick={open('privacy')}>
        {t.privacyName}
      </Text>
    </Tick>
  )
}
