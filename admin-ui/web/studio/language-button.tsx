import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { speak } from '../common/i18n.ts'
import { useWords } from './words.ts'

/** Switches the studio to its other language, named in that language. */
export function LanguageButton() {
  const { t, language } = useWords()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" icon={<GlobalOutlined />} data-testid="language" lang={other} onClick={() => void speak(other)}>
      {t('shops.language')}
    </Button>
  )
}
