import { Link, useNavigate, useParams } from 'react-router-dom'
import { vocabularyOf } from '../condition/vocabulary.ts'
import { recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { RowCard } from '../lists/row-card.tsx'
import { TitledList } from '../lists/titled-list.tsx'
import { SchemaField } from '../schema/schema-field.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { FeeEditor } from './fee-editor.tsx'
import { feeSentence } from './fee-sentence.ts'
import { TryPrice } from './try-price.tsx'

/** The fee rules as sentences, or the one in the address; and a box to try a price. */
export function FeesTopic({ shopKey }: { readonly shopKey: string }) {
  const { item } = useParams()
  const exists = useDraftState(({ document }) => valueAt(document, `/fees/${item ?? ''}`) !== undefined)
  return (
    <>
      {item !== undefined && exists ? (
        <FeeEditor key={item} pointer={`/fees/${item}`} back={`/shops/${shopKey}/fees`} />
      ) : (
        <FeeList shopKey={shopKey} />
      )}
      <TryPrice />
    </>
  )
}

const takesOff = (phase: unknown): boolean => phase === 'discount' || phase === 'coupon'

function FeeList({ shopKey }: { readonly shopKey: string }) {
  const words = useWords()
  const { t, language } = words
  const navigate = useNavigate()
  const document = useDraftState((state) => state.document)
  const vocabulary = vocabularyOf(document)
  return (
    <>
      <TopicTitle
        title={t('editor.topics.fees')}
        intro={t('fees.intro')}
        extra={
          <AddButton
            pointer="/fees"
            kind="fee"
            label={t('fees.add')}
            testId="add-fee"
            make={(id) => ({
              id,
              label: { 'zh-CN': '新规则', en: 'New rule' },
              phase: 'discount',
              apply: { kind: 'flat', amount: 1000 },
            })}
            onAdded={(index) => void navigate(`/shops/${shopKey}/fees/${index}`)}
          />
        }
      />
      <OrderedList
        pointer="/fees"
        testId="fee"
        isOptional
        empty={t('fees.empty')}
        nameOf={(entry) => shownText(recordOf(entry)['label'], language)}
        row={(place, index, entry) => {
          const rule = recordOf(entry)
          const facts = [
            feeSentence(entry, vocabulary, words),
            rule['bestOf'] === undefined ? undefined : t('fees.sentenceBest'),
          ]
          return (
            <Link to={`/shops/${shopKey}/fees/${index}`} className="row-link">
              <RowCard
                pointer={place}
                before={
                  <span className={takesOff(rule['phase']) ? 'sign less' : 'sign'} aria-hidden="true">
                    {rule['phase'] === 'rounding' ? '≈' : takesOff(rule['phase']) ? '−' : '+'}
                  </span>
                }
                title={shownText(rule['label'], language, stringOf(rule['id']))}
                facts={facts.filter((fact) => fact !== undefined)}
              />
            </Link>
          )
        }}
      />
      <div className="gap" />
      <Section title={t('fees.memberships')} intro={t('fees.membershipsIntro')}>
        <TitledList pointer="/memberships" kind="membership" add={t('fees.addMembership')} />
      </Section>
      <Section title={t('fees.holdings')} intro={t('fees.holdingsIntro')}>
        <SchemaField pointer="/entitlements" label="" testId="add-entitlement" />
      </Section>
    </>
  )
}
