import Taro from '@tarojs/taro'
import { Input, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sendSignInCode } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { draftStore } from '@/booking/draft'
import { useTranslation } from '@/i18n'
import { signInByPhone, signInByWechat } from '@/session/session'
import type { SignInRequest } from '@/session/session'
import { Action } from './action'
import { Sheet } from './sheet'
import { WordLink } from './word-link'
import './sign-in-sheet.css'

const PHONE = /^1\d{10}$/
const CODE = /^\d{6}$/
const WAIT_SECONDS = 60

const knownPhone = (): string => {
  const phone = draftStore.get()?.answers['phone']
  return typeof phone === 'string' && PHONE.test(phone) ? phone : ''
}

const Reads = () => {
  const { t } = useTranslation()
  const open = (page: string) => () => void Taro.navigateTo({ url: `/pages/${page}/index` })
  return (
    <View className="sign-in-reads">
      <Text>{t.signInReads}</Text>
      <WordLink id="sign-in-agreement" onTap={open('agreement')}>
        {t.agreementName}
      </WordLink>
      <Text>{t.and}</Text>
      <WordLink id="sign-in-privacy" onTap={open('privacy')}>
        {t.privacyName}
      </WordLink>
    </View>
  )
}

/** Sign-in by a code sent to the phone: in a browser. */
const ByPhone = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation()
  const [phone, setPhone] = useState(knownPhone)
  const [code, setCode] = useState('')
  const [simulated, setSimulated] = useState<string | null>(null)
  const [wait, setWait] = useState(0)
  const [busy, setBusy] = useState<'send' | 'submit' | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])

  const attempt = async (what: 'send' | 'submit', action: () => Promise<void>) => {
    setFault(null)
    setBusy(what)
    try {
      await action()
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }
  const send = () => {
    if (!PHONE.test(phone)) return setFault(t.phoneInvalid)
    return attempt('send', async () => {
      const sent = await sendSignInCode(phone)
      setSimulated(sent.simulatedCode ?? null)
      setWait(WAIT_SECONDS)
    })
  }
  const submit = () => {
    if (!PHONE.test(phone)) return setFault(t.phoneInvalid)
    if (!CODE.test(code)) return setFault(t.codeInvalid)
    return attempt('submit', async () => {
      await signInByPhone(phone, code)
      onDone()
    })
  }

  return (
    <View>
      <View className="sign-in-field">
        <Input
          id="sign-in-phone"
          className="sign-in-input grow"
          type="number"
          maxlength={11}
          value={phone}
          placeholder={t.signInPhoneHint}
          placeholderClass="input-placeholder"
          onInput={(event) => setPhone(event.detail.value.trim())}
        />
      </View>
      <View className="sign-in-field">
        <Input
          id="sign-in-code"
          className="sign-in-input grow"
          type="number"
          maxlength={6}
          value={code}
          placeholder={t.signInCodeHint}
          placeholderClass="input-placeholder"
          onInput={(event) => setCode(event.detail.value.trim())}
        />
        <Action id="sign-in-send" kind="quiet" small busy={busy === 'send'} disabled={wait > 0} onTap={send}>
          {wait > 0 ? t.sendAgain(wait) : t.sendCode}
        </Action>
      </View>
      {simulated && (
        <View id="sign-in-simulated-code" className="sign-in-simulated">
          {t.simulatedCode(simulated)}
        </View>
      )}
      <View id="sign-in-fault" className="fault">
        {fault}
      </View>
      <Action id="sign-in-submit" busy={busy === 'submit'} onTap={submit}>
        {t.signInAgree}
      </Action>
    </View>
  )
}

/** Sign-in with the WeChat account the app is opened by. */
const ByWechat = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setBusy(true)
    setFault(null)
    try {
      await signInByWechat()
      onDone()
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <View>
      <View id="sign-in-fault" className="fault">
        {fault}
      </View>
      <Action id="sign-in-submit" busy={busy} onTap={submit}>
        {t.signInWechat}
      </Action>
    </View>
  )
}

/** Asks to sign in because a tap needs it; 'not now' goes back to where the customer was. */
export const SignInSheet = ({ request }: { readonly request: SignInRequest }) => {
  const { t } = useTranslation()
  const done = () => request.answer(true)
  const decline = () => request.answer(false)
  return (
    <Sheet title={t.signInTitle} onClose={decline}>
      <View className="soft">{t.signInWhy}</View>
      <View className="soft sign-in-browse">{t.signInBrowse}</View>
      {process.env.TARO_ENV === 'weapp' ? <ByWechat onDone={done} /> : <ByPhone onDone={done} />}
      <Action id="sign-in-decline" kind="plain" onTap={decline}>
        {t.notNow}
      </Action>
      <Reads />
    </Sheet>
  )
}
