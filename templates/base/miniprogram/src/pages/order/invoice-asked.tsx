import { View } from '@tarojs/components'
import { AnswerLines } from '@/components/answer-lines'
import { Line } from '@/components/order/line'
import { dayTitle, wallOf } from '@/format/date'
import { useTranslation } from '@/i18n'
import { formIn } from '@/shop/store'
import type { OrderView, PublicShop } from '@/kaidian/booking'

/** What the invoice is to say, and whether the shop has made it out. */
export const InvoiceAsked = ({ order, shop }: { readonly order: OrderView; readonly shop: PublicShop }) => {
  const { t, locale } = useTranslation()
  const form = formIn(shop, order.invoice?.form)
  const { answers = null, issued = null } = order.invoice ?? {}
  if (!form || !answers) return null
  return (
    <View id="invoice-asked" className="card">
      <View className="card-title">{t.invoice}</View>
      <Line label={t.invoiceState}>
        {issued ? t.invoiceIssued(dayTitle(wallOf(new Date(issued.at), shop.zone).day, locale)) : t.invoiceAsked}
      </Line>
      {issued?.number && (
        <Line label={t.invoiceNumber} figure>
          {issued.number}
        </Line>
      )}
      <AnswerLines form={form} answers={answers} />
    </View>
  )
}
