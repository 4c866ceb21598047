import { stringOf, valueAt } from '../draft/document.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { SeveralField } from '../fields/choice-field.tsx'
import { MoneyField, PercentField } from '../fields/number-fields.tsx'
import { ObjectFields } from '../schema/object-fields.tsx'
import { valueWords } from '../schema/values.ts'
import { useWords } from '../words.ts'
import { FactField } from './fact-field.tsx'
import { sharesIn } from './phases.ts'

/** What a way of working a rule out asks for. */
export function AmountFields({ pointer, kind }: { readonly pointer: string; readonly kind: string }) {
  const { t, language } = useWords()
  const phase = useDraftState(({ document }) => stringOf(valueAt(document, pointer.replace(/apply$/, 'phase'))))
  const of = (
    <SeveralField
      pointer={`${pointer}/of`}
      label={t('fees.of')}
      keepEmpty={kind !== 'tiered'}
      options={sharesIn(phase).map((name) => ({ value: name, label: valueWords('of', name, language) }))}
    />
  )
  switch (kind) {
    case 'flat':
      return <MoneyField pointer={`${pointer}/amount`} label={t('fees.amount')} required testId="fee-amount" />
    case 'percent':
      return (
        <>
          <div className="pair">
            <PercentField pointer={`${pointer}/rate`} label={t('fees.rate')} required testId="fee-rate" />
            {of}
          </div>
          <ObjectFields pointer={pointer} except={['rate', 'of']} />
        </>
      )
    case 'cap':
    case 'minimum':
      return (
        <div className="pair">
          <MoneyField pointer={`${pointer}/amount`} label={t('fees.amount')} required testId="fee-amount" />
          {of}
        </div>
      )
    case 'perUnit':
      return (
        <>
          <FactField pointer={`${pointer}/fact`} label={t('fees.unitFact')} />
          <ObjectFields pointer={pointer} except={['fact']} />
        </>
      )
    case 'tiered':
      return (
        <>
          <FactField pointer={`${pointer}/fact`} label={t('fees.tierFact')} />
          <ObjectFields pointer={pointer} except={['fact', 'of']} />
          {of}
        </>
      )
    default:
      return <ObjectFields pointer={pointer} />
  }
}
