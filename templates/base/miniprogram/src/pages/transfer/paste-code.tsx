import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/components/action'
import { useShownId } from '@/components/shown'
import { useTranslation } from '@/i18n'
import { codeIn } from '@/share/invitation'

/** Where nobody came by a link: what was sent is pasted, or the code typed. */
export const PasteCode = ({ onCode }: { readonly onCode: (code: string) => void }) => {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [fault, setFault] = useState(false)
  const inputId = useShownId('transfer-paste')
  const goOn = () => {
    const found = codeIn(text)
    if (found) onCode(found)
    else setFault(true)
  }
  return (
    <View className="card">
      <View className="card-title">{t.transferPaste}</View>
      <View className="soft">{t.transferPasteHint}</View>
      <View className={`transfer-box ${fault ? 'transfer-box-faulty' : ''}`}>
        <Input
          {...inputId}
          className="transfer-input"
          value={text}
          maxlength={600}
          placeholder={t.transferPastePlaceholder}
          placeholderClass="input-placeholder"
          onInput={(event) => {
            setText(event.detail.value)
            setFault(false)
          }}
          onConfirm={goOn}
        />
      </View>
      {fault && <View className="transfer-fault">{t.transferNotFound}</View>}
      <Action id="transfer-next" disabled={text.trim() === ''} onTap={goOn}>
        {t.next}
      </Action>
    </View>
  )
}
