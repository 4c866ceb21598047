import { View } from '@tarojs/components'
import { yuanAligned } from '@/format/money'
import { useTranslation } from '@/i18n'
import type { Quote, QuoteLine, SkippedRule } from '@/kaidian/booking'
import { Unfold } from './order/unfold'
import './quote-lines.css'

interface QuoteLinesProps {
  readonly quote: Quote
  /** Whether the order is paid already; what was paid then stands elsewhere. */
  readonly settled?: boolean
  /** Names of the people, in the order of their places. */
  readonly names?: readonly string[]
  /** Titles of the services in a row. */
  readonly segments?: readonly string[]
}

/** Codes nobody gave are the shop's own business; rules for other services are nobody's here. */
const isTold = ({ reason }: SkippedRule): boolean => reason !== 'code' && reason !== 'service'

/** Whether nothing is asked for at all, so that there is nothing to add up. */
export const isFree = ({ lines }: Quote): boolean => lines.every(({ amount }) => amount === 0)

/** Whether all that is not paid now is paid at the shop. */
export const isAllOnSite = ({ schedule }: Quote): boolean =>
  schedule.every(({ due, where }) => where === 'onSite' || due === null)

/** What is priced by rules alone costs nothing by itself, which is not worth a line. */
const isEmpty = ({ phase, amount }: QuoteLine, lines: readonly QuoteLine[]): boolean =>
  phase === 'base' && amount === 0 && lines.some((line) => line.phase === 'base' && line.amount > 0)

const Skipped = ({ rules }: { readonly rules: readonly SkippedRule[] }) => {
  const { t, say } = useTranslation()
  if (rules.length === 0) return null
  return (
    <Unfold id="quote-skipped" more={t.skippedRules(rules.length)} less={t.hideSkipped}>
      {rules.map(({ rule, label, explanation }) => (
        <View key={rule} className="quote-rule">
          <View>{say(label)}</View>
          <View className="soft">{say(explanation)}</View>
        </View>
      ))}
    </Unfold>
  )
}

/** The lines of a quote with the people they are for, what they come to, and on request the rules that did not apply. */
export const QuoteLines = ({ quote, settled = false, names = [], segments = [] }: QuoteLinesProps) => {
  const { t, say } = useTranslation()
  const split = quote.balance > 0 && !settled
  const of = ({ places, segment }: QuoteLine): string => {
    const service = segments.length > 1 && segment !== undefined ? segments[segment] : undefined
    const people = places && places.length < names.length ? places.flatMap((place) => names[place] ?? []) : []
    return [service, people.join(t.comma)].filter(Boolean).join(' · ')
  }
  return (
    <View className="quote">
      {quote.lines
        .filter((line) => !isEmpty(line, quote.lines))
        .map((line, at) => (
          <View key={`${line.rule}-${at}`} id={`quote-line-${at}`} className="line">
            <View className="line-label">
              <View>
                {say(line.label)}
                {line.quantity !== 1 && ` × ${line.quantity}`}
              </View>
              {of(line) !== '' && <View className="quote-people">{of(line)}</View>}
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
          <View className="line-label">{t.dueNow}</View>
          <View id="quote-due-now" className="figure quote-strong">
            {yuanAligned(quote.dueNow)}
          </View>
        </View>
      )}
      {split && (
        <View className="line">
          <View className="line-label">{isAllOnSite(quote) ? t.balance : t.later}</View>
          <View id="quote-balance" className="figure">
            {yuanAligned(quote.balance)}
          </View>
        </View>
      )}
      {!settled && <Skipped rules={quote.skipped.filter(isTold)} />}
    </View>
  )
}
