import { askInvoice } from '@/api/calls'
import { LaterForm } from '@/components/order/later-form'
import { useTranslation } from '@/i18n'

/** What an invoice is to say; it may be put right until the shop has made it out. */
const InvoicePage = () => {
  const { t } = useTranslation()
  const words = { title: t.invoice, send: t.invoiceSend, sent: t.invoiceAsked, closed: t.noInvoiceNow }
  return <LaterForm id="invoice" words={words} send={askInvoice} />
}

export default InvoicePage
