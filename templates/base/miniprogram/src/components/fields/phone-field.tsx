import Taro from '@tarojs/taro'
import { Button } from '@tarojs/components'
import type { ButtonProps } from '@tarojs/components'
import { useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { phoneBehind } from '@/api/phone'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { createStore, useStore } from '@/store'
import { idOf, narrow } from './field-props'
import type { FieldProps } from './field-props'
import { LineField } from './text-field'

/** Not every account may ask for phones; the button goes once that is known. */
const offered = createStore(process.env.TARO_ENV === 'weapp')

/** WeChat's button, which hands over the customer's own phone once they agree. */
const ByTap = ({ at, onChange }: FieldProps) => {
  const { t } = useTranslation()
  const shownId = useShownId(`field-${idOf(at)}-by-tap`)
  const [busy, setBusy] = useState(false)
  const take: ButtonProps['onGetPhoneNumber'] = async ({ detail }) => {
    const { code, errMsg } = detail as { readonly code?: string; readonly errMsg?: string }
    if (!code) {
      if (/no permission|jsapi/i.test(errMsg ?? '')) offered.set(false)
      return
    }
    setBusy(true)
    try {
      onChange((await phoneBehind(code)).phone)
    } catch (error) {
      void Taro.showToast({ icon: 'none', title: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button {...shownId} className="field-by-tap" openType="getPhoneNumber" loading={busy} onGetPhoneNumber={take}>
      {t.phoneByTap}
    </Button>
  )
}

/** A mobile phone: digits only, whatever was pasted; the customer's own by tap where the platform allows. */
export const PhoneField = (props: FieldProps) => {
  const { field, asking, value } = props
  const isFirst = asking.form.fields.find(({ kind }) => kind === 'phone') === field
  const byTap = useStore(offered) && isFirst && !value
  return (
    <LineField
      {...props}
      type="number"
      most={20}
      read={(text) =>
        narrow(text)
          .replace(/\D/g, '')
          .replace(/^(0086|86)(?=1\d)/, '')
          .slice(0, 11)
      }
    >
      {byTap && <ByTap {...props} />}
    </LineField>
  )
}
