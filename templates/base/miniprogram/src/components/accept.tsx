import Taro from '@tarojs/taro'
import { Text } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import { Tick } from './tick'
import { WordLink } from './word-link'

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
      <WordLink id="read-terms" onTap={showTerms}>
        {t.rulesName}
      </WordLink>
      <Text>{t.comma}</Text>
      <WordLink id="read-agreement" onTap={open('agreement')}>
        {t.agreementName}
      </WordLink>
      <Text>{t.and}</Text>
      <WordLink id="read-privacy" onTap={open('privacy')}>
        {t.privacyName}
      </WordLink>
    </Tick>
  )
}
