import { Input, Picker, Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { idOf, recordIn, textIn } from './field-props'
import type { FieldProps } from './field-props'
import { Unfolding } from './unfolding'

const LEVELS = ['province', 'city', 'district'] as const

/** Names by which the platform's wheel goes too. */
const PROVINCES =
  '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 台湾省 香港特别行政区 澳门特别行政区'.split(
    ' ',
  )

/** Where there is no wheel: the province from a list, what is in it typed. The whole country would be larger than the app. */
const Typed = ({ at, value, faulty, onChange, levels }: FieldProps & { readonly levels: readonly string[] }) => {
  const { t } = useTranslation()
  const shownId = useShownId(`field-${idOf(at)}`)
  const given = recordIn(value)
  const box = `field-box ${faulty ? 'field-box-faulty' : ''}`
  const set = (level: string, text: string) => {
    const next = Object.fromEntries(
      LEVELS.flatMap((one) => {
        const part = one === level ? text : textIn(given[one])
        return part === '' ? [] : [[one, part]]
      }),
    )
    onChange(Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <View>
      <Unfolding
        id={`field-${idOf(at)}`}
        titles={PROVINCES}
        chosen={PROVINCES.indexOf(textIn(given.province))}
        placeholder={t.regionParts.province}
        faulty={faulty}
        onChoose={(index) => set('province', PROVINCES[index] ?? '')}
      />
      {levels.length > 1 && (
        <View className="field-pair">
          {levels.slice(1).map((level) => (
            <View key={level} className={`${box} grow`}>
              <Input
                {...(shownId.id ? { id: `${shownId.id}-${level}` } : {})}
                className="field-input"
                maxlength={40}
                value={textIn(given[level])}
                placeholder={t.regionParts[level as 'city' | 'district']}
                placeholderClass="input-placeholder"
                onInput={(event) => set(level, event.detail.value)}
              />
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

/** A province, city and district: the platform's wheel where it has one. */
export const RegionField = (props: FieldProps) => {
  const { t } = useTranslation()
  const shownId = useShownId(`field-${idOf(props.at)}`)
  const levels = LEVELS.slice(0, LEVELS.indexOf(props.field.level ?? 'district') + 1)
  if (process.env.TARO_ENV !== 'weapp') return <Typed {...props} levels={levels} />
  const given = recordIn(props.value)
  const parts = LEVELS.map((level) => textIn(given[level])).filter(Boolean)
  return (
    <Picker
      {...shownId}
      mode="region"
      level={levels.length === 3 ? 'region' : levels.length === 2 ? 'city' : 'province'}
      value={parts}
      onChange={({ detail }) => {
        const names = levels.map((level, index) => [level, detail.value[index] ?? ''])
        props.onChange(Object.fromEntries(names.filter(([, name]) => name !== '')))
      }}
    >
      <View className={`field-box field-picked ${props.faulty ? 'field-box-faulty' : ''}`}>
        <Text className={parts.length ? 'grow' : 'grow input-placeholder'}>{parts.join(' ') || t.choosePlease}</Text>
        <Icon name="down" size={16} />
      </View>
    </Picker>
  )
}
