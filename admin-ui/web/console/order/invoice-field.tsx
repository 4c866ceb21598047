import { Form, Input } from 'antd'
import { useWords } from '../words.ts'

/** Number of the invoice that was made out, where it is to be noted; the form's value `number`. */
export function InvoiceField() {
  const { t } = useWords()
  return (
    <>
      <p>{t('dealings.issueInvoiceNote')}</p>
      <Form.Item name="number" label={t('dealings.invoiceNumberAsked')}>
        <Input maxLength={60} data-testid="invoice-number" autoComplete="off" />
      </Form.Item>
    </>
  )
}
