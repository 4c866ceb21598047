import { View } from '@tarojs/components'
import { yuanAligned } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { Quote } from '@/kaidian/booking'
import './quote-lines.css'

interface QuoteLinesProps {
  readonly quote: Quote
  /** Whether the order is paid already; what was paid then stands elsewhere. */
  readonly settled?: boolean
}

/** The lines of a quote and what they come to; amounts stand under one another. */
export const QuoteLines = ({ quote, settled = false }: QuoteLinesProps) => {
  const { t, say } = useTranslation()
  const split = quote.balance > 0 && !settled
  return (
    <View className="quote">
      {quote.lines.map((line, at) => (
        <View key={`${line.rule}-${at}`} id={`quote-line-${at}`} className="line">
          <View className="line-label">
            {say(line.label)}
            {line.quantity !== 1 && ` × ${line.quantity}`}
          </View>
          <View className={`figure ${line.amount < 0 ? 'quote-less' : ''}`}>{yuanAligned(line.amount)}</View>
        </View>
      ))}
      <View className="hairline" />
      <View className="line quote-total">
        <View>{t.total}</View>
        <View id="quote-total" className="figure">
          {yuanAligned(quote.total)}
        </View>
      </View>
      {split && (
        <View className="line">
          <View className="line-label">{quote.dueNow > 0 ? t.deposit : t.dueNow}</View>
          <View id="quote-due-now" className="figure quote-strong">
            {yuanAligned(quote.dueNow)}
          </View>
        </View>
      )}
      {split && (
        <View className="line">
          <View className="line-label">{t.balance}</View>
          <View id="quote-balance" className="figure">
            {yuanAligned(quote.balance)}
          </View>
        </View>
      )}
    </View>
  )
}
