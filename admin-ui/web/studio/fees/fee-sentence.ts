import type { Vocabulary } from '@kaidian/runtime/domain/condition-words.ts'
import { sentenceOf } from '../condition/vocabulary.ts'
import { recordOf, stringsOf } from '../draft/document.ts'
import { percentOf, priceOf } from '../money/yuan.ts'
import type { useWords } from '../words.ts'

type Words = ReturnType<typeof useWords>

const PHASES = ['base', 'option', 'addOn', 'surcharge'] as const

/** A fee rule as one sentence: `到店日 是 周六或周日时，加收价目、选项的 10%`. */
export function feeSentence(rule: unknown, vocabulary: Vocabulary, { t, language }: Words): string {
  const { when, services, phase, apply } = recordOf(rule)
  const { kind, amount, rate, of } = recordOf(apply)
  const comma = language === 'en' ? ', ' : '、'
  const condition = when === undefined ? null : sentenceOf(when, vocabulary, language)
  const share = PHASES.filter((name) => stringsOf(of).includes(name)).map((name) => t(`fees.phases.${name}`))
  const sum =
    kind === 'percent'
      ? t('fees.sentenceShare', { of: share.join(comma), rate: percentOf(typeof rate === 'number' ? rate : 0) })
      : ` ${priceOf(typeof amount === 'number' ? amount : 0)}`
  const names = stringsOf(services).map((id) => {
    const title = vocabulary.services.get(id)?.title
    return title?.[language] ?? title?.['zh-CN'] ?? id
  })
  return [
    condition === null
      ? `${t('fees.always')}${language === 'en' ? ' ' : ''}`
      : t('fees.sentenceWhen', { when: condition }),
    t(phase === 'discount' ? 'fees.sentenceDiscount' : 'fees.sentenceSurcharge', {
      amount: language === 'en' ? sum.trim() : sum,
    }),
    names.length === 0 ? '' : t('fees.sentenceOnly', { services: names.join(comma) }),
  ].join('')
}
