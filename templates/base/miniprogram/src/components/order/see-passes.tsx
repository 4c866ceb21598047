import Taro from '@tarojs/taro'
import { useTranslation } from '@/i18n'
import { Action } from '../action'

/** The way from a pass that was bought to where it is. */
export const SeePasses = () => {
  const { t } = useTranslation()
  return (
    <Action id="see-passes" kind="quiet" small onTap={() => Taro.navigateTo({ url: '/pages/passes/index' })}>
      {t.seePasses}
    </Action>
  )
}
