import { Image, View } from '@tarojs/components'
import { alt } from '@/components/alt'
import { useEffect, useState } from 'react'
import { addressOf } from '@/booking/uploaded'
import { Action } from '@/components/action'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import { signedIn } from '@/session/session'
import { fieldPathOf, idOf } from './field-props'
import type { FieldProps } from './field-props'
import { SignatureSheet } from './signature-sheet'

/** A name signed by hand, in a sheet of its own so that the page does not scroll under the finger. */
export const SignatureField = ({ field, at, value, faulty, asking, onChange }: FieldProps) => {
  const { say, t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const shownId = useShownId(`field-${idOf(at)}`)
  const given = typeof value === 'string' ? value : null
  useEffect(() => {
    let current = true
    setAddress(null)
    if (given) void addressOf(given).then((found) => current && setAddress(found))
    return () => {
      current = false
    }
  }, [given])
  const sign = async () => {
    if (await signedIn()) setOpen(true)
  }
  return (
    <View {...shownId}>
      <Tap
        id={`field-${idOf(at)}-sign`}
        className={`signature ${faulty ? 'field-box-faulty' : ''}`}
        label={given ? t.signAgain : t.sign}
        onTap={sign}
      >
        {address ? (
          <Image {...alt(t.signed)} className="signature-picture" src={address} mode="aspectFit" />
        ) : (
          <View className="signature-empty">
            <Icon name="document" />
            <View>{given ? t.signed : t.sign}</View>
          </View>
        )}
      </Tap>
      {given && (
        <View className="field-aid">
          <Action id={`field-${idOf(at)}-clear`} kind="plain" small onTap={() => onChange(undefined)}>
            {t.signClear}
          </Action>
        </View>
      )}
      {open && (
        <SignatureSheet
          title={say(field.label)}
          to={{ form: asking.form.id, field: fieldPathOf(at) }}
          onClose={() => setOpen(false)}
          onSigned={(id) => {
            onChange(id)
            setOpen(false)
          }}
        />
      )}
    </View>
  )
}
