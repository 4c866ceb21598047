import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { inLanguage } from '../../common/i18n.ts'
import { LanguageSwitch } from '../layout/shell.tsx'
import { call, ServerError } from '../server/client.ts'
import { useErrorWords } from '../server/queries.ts'
import type { PublicShop } from '../server/shapes.ts'
import { session } from '../session.ts'
import { useWords } from '../words.ts'
import './sign-in.css'

/** One password for the shop; the page asked for opens behind it. */
export function SignIn({ shop }: { readonly shop: PublicShop | null }) {
  const { t, language } = useWords()
  const wordsOf = useErrorWords()
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const name = shop ? inLanguage(shop.profile.name, language) : t('title')
  useEffect(() => {
    document.title = `${t('signIn.heading')} · ${name}`
  }, [name, t])

  const words = (failure: unknown): string => {
    if (!(failure instanceof ServerError)) return wordsOf(failure)
    if (failure.status === 429)
      return failure.retryAfter === null
        ? t('signIn.tooManySoon')
        : t('signIn.tooMany', { minutes: Math.ceil(failure.retryAfter / 60) })
    return failure.status === 401 ? t('signIn.wrong') : wordsOf(failure)
  }

  const submit = async ({ password }: { password: string }): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      const { token } = await call<{ token: string }>('console/sessions', { method: 'POST', body: { password } })
      session.signIn(token)
    } catch (failure) {
      setError(words(failure))
      setBusy(false)
    }
  }

  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-shop">{name}</p>
        <h1>{t('signIn.heading')}</h1>
        {session.hasExpired() && error === null && <Alert type="info" showIcon title={t('signIn.expired')} />}
        {error !== null && <Alert type="error" showIcon role="alert" title={error} data-testid="sign-in-error" />}
        <Form layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item
            name="password"
            label={t('signIn.password')}
            extra={t('signIn.passwordHint')}
            rules={[{ required: true, message: t('signIn.empty') }]}
          >
            <Input.Password
              autoFocus
              autoComplete="current-password"
              data-testid="console-password"
              size="large"
              maxLength={200}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy} data-testid="console-sign-in">
            {t('signIn.submit')}
          </Button>
        </Form>
      </div>
      <LanguageSwitch />
    </main>
  )
}
