import type { Vocabulary } from '@kaidian/runtime/domain/condition-words.ts'
import { sentenceOf } from '../condition/vocabulary.ts'
import { listOf, plainOf, recordOf, stringOf, stringsOf } from '../draft/document.ts'
import { percentOf, priceOf } from '../money/yuan.ts'
import { valueWords } from '../schema/values.ts'
import type { useWords } from '../words.ts'

type Words = ReturnType<typeof useWords>

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const money = (value: unknown): string => priceOf(number(value))

/** How much, as a part of a sentence: `价目、选项的 10%`, `每人 ¥30`. */
function amountWords(apply: Readonly<Record<string, unknown>>, { t, language }: Words): string {
  const { kind, amount, rate } = apply
  const comma = language === 'en' ? ', ' : '、'
  const of = stringsOf(apply['of'])
    .map((name) => valueWords('of', name, language).toLowerCase())
    .join(comma)
  switch (kind) {
    case 'percent':
      return t('fees.sentenceShare', { of, rate: percentOf(number(rate)) })
    case 'perPerson':
      return t('fees.sentencePerPerson', { amount: money(amount) })
    case 'perUnit':
      return t('fees.sentencePerUnit', { amount: money(amount), unit: plainOf(apply['unit'] ?? 1) })
    case 'perDuration':
      return t('fees.sentencePerDuration', { amount: money(amount), minutes: plainOf(apply['minutes'] ?? 60) })
    case 'tiered':
      return t('fees.sentenceTiered', { count: listOf(apply['tiers']).length })
    case 'table':
      return t('fees.sentenceTable', { count: listOf(apply['rows']).length })
    default:
      return money(amount)
  }
}

/** Of a share that counts at certain hours only: which. */
function duringWords(apply: Readonly<Record<string, unknown>>, { t, language }: Words): string {
  const stretches = listOf(apply['during']).map((stretch) => {
    const { from, to, days } = recordOf(stretch)
    const on = stringsOf(days).map((day) => valueWords('days', day, language))
    return [on.join(language === 'en' ? ', ' : '、'), `${stringOf(from)}–${stringOf(to)}`].filter(Boolean).join(' ')
  })
  return stretches.length === 0
    ? ''
    : t('fees.sentenceDuring', { when: stretches.join(language === 'en' ? '; ' : '；') })
}

/** A fee rule as one sentence: `到店日 是 周六或周日时，加收价目、选项的 10%`. */
export function feeSentence(rule: unknown, vocabulary: Vocabulary, words: Words): string {
  const { t, language } = words
  const { when, services, phase, each, code } = recordOf(rule)
  const apply = recordOf(recordOf(rule)['apply'])
  const gap = language === 'en' ? ' ' : ''
  const condition = when === undefined ? null : sentenceOf(when, vocabulary, language)
  const amount = amountWords(apply, words)
  const of = stringsOf(apply['of']).map((name) => valueWords('of', name, language).toLowerCase())
  const what =
    apply['kind'] === 'round'
      ? t('fees.sentenceRound', { to: money(apply['to']) })
      : apply['kind'] === 'cap'
        ? t('fees.sentenceCap', { of: of.join(language === 'en' ? ', ' : '、'), amount })
        : apply['kind'] === 'minimum'
          ? t('fees.sentenceMinimum', { of: of.join(language === 'en' ? ', ' : '、'), amount })
          : t(phase === 'discount' || phase === 'coupon' ? 'fees.sentenceDiscount' : 'fees.sentenceSurcharge', {
              amount: language === 'zh-CN' && amount.startsWith('¥') ? ` ${amount}` : amount,
            })
  const names = stringsOf(services).map((id) => {
    const title = vocabulary.services.get(id)?.title
    return title?.[language] ?? title?.['zh-CN'] ?? id
  })
  return [
    code === undefined ? '' : t('fees.sentenceCode', { code: stringOf(code) }),
    condition === null
      ? code === undefined
        ? `${t('fees.always')}${gap}`
        : ''
      : t('fees.sentenceWhen', { when: condition }),
    each === true ? t('fees.sentenceEach') : '',
    what,
    duringWords(apply, words),
    names.length === 0 ? '' : t('fees.sentenceOnly', { services: names.join(language === 'en' ? ', ' : '、') }),
  ].join('')
}
