import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Action } from '@/components/action'
import { useTranslation } from '@/i18n'
import { idOf } from './field-props'
import type { FieldProps } from './field-props'
import { LongLineField } from './long-line-field'

/** Where somebody lives: typed, or in WeChat one of the addresses kept there. */
export const AddressField = (props: FieldProps) => {
  const { t } = useTranslation()
  const choose = async () => {
    try {
      const { provinceName, cityName, countyName, detailInfo } = await Taro.chooseAddress()
      const area = provinceName === cityName ? [cityName, countyName] : [provinceName, cityName, countyName]
      props.onChange(area.concat(detailInfo).filter(Boolean).join(' '))
    } catch (error) {
      if (!/cancel/i.test(String((error as { errMsg?: string } | null)?.errMsg ?? '')))
        void Taro.showToast({ icon: 'none', title: t.addressUnavailable })
    }
  }
  return (
    <View>
      <LongLineField {...props} most={props.field.maxLength ?? 200} />
      {process.env.TARO_ENV === 'weapp' && (
        <View className="field-aid">
          <Action id={`field-${idOf(props.at)}-choose`} kind="quiet" small onTap={choose}>
            {t.addressOfWechat}
          </Action>
        </View>
      )}
    </View>
  )
}
