import { CameraOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { InputRef } from 'antd'
import { useRef, useState } from 'react'
import { call, newKey, ServerError } from '../server/client.ts'
import { useErrorWords, useRefreshOrders } from '../server/queries.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useWords } from '../words.ts'
import { qrDetector } from './barcode.ts'
import { firstCheckIn } from './first-check-in.ts'
import { CheckInResult, type Outcome } from './result.tsx'
import { Scanner } from './scanner.tsx'
import './check-in.css'

/** At the counter: a code by camera, by a hand-held scanner (which types and presses Enter) or by hand. */
export default function CheckInPage() {
  const { t } = useWords()
  const wordsOf = useErrorWords()
  const refresh = useRefreshOrders()
  const [form] = Form.useForm<{ code: string }>()
  const input = useRef<InputRef>(null)
  const [scanning, setScanning] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [canScan] = useState(() => qrDetector() !== null)

  const checkIn = useMutation({
    mutationFn: (code: string) =>
      call<ConsoleOrder>('console/check-ins', { method: 'POST', body: { code }, key: newKey() }),
    onSuccess: (order) => setOutcome({ kind: 'success', order }),
    onError: (error) => {
      const repeated = error instanceof ServerError && error.code === 'ALREADY_CHECKED_IN'
      setOutcome(
        repeated
          ? { kind: 'already', at: firstCheckIn(error.detail), message: error.message }
          : { kind: 'refused', message: wordsOf(error) },
      )
    },
    onSettled: () => {
      refresh()
      form.resetFields()
      if (!scanning) input.current?.focus()
    },
  })
  const submit = (code: string): void => {
    if (!checkIn.isPending) checkIn.mutate(code.trim())
  }

  return (
    <div className="check-in">
      <div className="page-head">
        <h1>{t('checkIn.heading')}</h1>
      </div>
      <div className="check-in-columns">
        <div className="panel check-in-entry">
          <p className="quiet">{t('checkIn.intro')}</p>
          {scanning && <Scanner onCode={submit} />}
          <Form form={form} layout="vertical" requiredMark={false} onFinish={({ code }) => submit(code)}>
            <Form.Item
              name="code"
              label={t('checkIn.code')}
              validateTrigger="onSubmit"
              rules={[{ required: true, whitespace: true, message: t('checkIn.empty') }]}
            >
              <Input
                ref={input}
                autoFocus
                size="large"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={64}
                placeholder={t('checkIn.codePlaceholder')}
                data-testid="check-in-code"
                className="check-in-input"
              />
            </Form.Item>
            <Button
              type="primary"
              htmlType="submit"
              size="large"
              block
              loading={checkIn.isPending}
              data-testid="check-in-submit"
            >
              {t('checkIn.submit')}
            </Button>
          </Form>
          {canScan ? (
            <Button size="large" block icon={<CameraOutlined />} onClick={() => setScanning(!scanning)}>
              {t(scanning ? 'checkIn.stop' : 'checkIn.scan')}
            </Button>
          ) : (
            <p className="quiet check-in-note">{t('checkIn.noDetector')}</p>
          )}
        </div>
        <div aria-live="assertive" className="check-in-outcome">
          {outcome && <CheckInResult outcome={outcome} />}
        </div>
      </div>
    </div>
  )
}
