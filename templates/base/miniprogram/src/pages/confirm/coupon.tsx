import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { changeDraft } from '@/booking/draft'
import { Action } from '@/components/action'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'

interface CouponProps {
  /** The code that is applied, as the shop writes it. */
  readonly applied: string | null
  readonly asking: boolean
  readonly fault: string | null
  readonly onType: () => void
  /** The code that was asked about last, whose answer may not have come. */
  readonly asked: string | null
  readonly onAgain: () => void
}

/** A code that may lower the price: entered, applied, taken out again, or refused in the server's words. */
export const Coupon = ({ applied, asking, fault, onType, asked, onAgain }: CouponProps) => {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const inputId = useShownId('coupon')
  const apply = () => {
    const code = text.trim()
    if (code === '') return
    if (code === asked) onAgain()
    else changeDraft({ coupon: code })
  }
  if (applied)
    return (
      <View className="coupon-applied">
        <Icon name="check" size={18} colour="var(--accent-text)" />
        <View id="coupon-applied" className="grow coupon-code figure">
          {t.couponApplied(applied)}
        </View>
        <Tap
          id="coupon-remove"
          className="coupon-remove link"
          onTap={() => {
            setText('')
            changeDraft({ coupon: null })
          }}
        >
          {t.couponRemove}
        </Tap>
      </View>
    )
  return (
    <View>
      <View className="coupon-row">
        <View className={`coupon-box grow ${fault ? 'coupon-box-faulty' : ''}`}>
          <Input
            {...inputId}
            className="coupon-input"
            value={text}
            maxlength={40}
            placeholder={t.couponHint}
            placeholderClass="input-placeholder"
            cursorSpacing={80}
            onInput={(event) => {
              setText(event.detail.value)
              if (fault) onType()
            }}
            onConfirm={apply}
          />
        </View>
        <Action
          id="coupon-apply"
          kind="quiet"
          small
          busy={asking && text !== ''}
          disabled={text.trim() === ''}
          onTap={apply}
        >
          {t.couponApply}
        </Action>
      </View>
      {fault && (
        <View id="coupon-fault" className="coupon-fault">
          {fault}
        </View>
      )}
    </View>
  )
}
