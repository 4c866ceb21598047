import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from 'react-router-dom'
import { listOf, recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { ChoiceField, SeveralField, type ChoiceOption } from '../fields/choice-field.tsx'
import { ImageField } from '../fields/image-field.tsx'
import { CountField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { OfferingsTable } from './offerings-table.tsx'
import { OptionsList } from './options-list.tsx'
import { OwnPolicies } from './own-policies.tsx'
import { Requirements } from './requirements.tsx'

/** Entries of a list as options: identifier and title. */
export function useOptions(pointer: string): ChoiceOption[] {
  const { language } = useWords()
  const list = useDraftState(({ document }) => valueAt(document, pointer))
  return listOf(list).map((entry) => {
    const { id, title, name } = recordOf(entry)
    return { value: stringOf(id), label: shownText(title ?? name, language, stringOf(id)) }
  })
}

/** Everything about one service. */
export function ServiceEditor({ pointer, back }: { readonly pointer: string; readonly back: string }) {
  const { t, language } = useWords()
  const title = useDraftState(({ document }) => shownText(valueAt(document, `${pointer}/title`), language))
  const categories = useOptions('/categories')
  const forms = useOptions('/forms')
  const addOns = useOptions('/addOns')
  return (
    <>
      <Link to={back} className="crumb" data-testid="all-services">
        <ArrowLeftOutlined /> {t('services.all')}
      </Link>
      <TopicTitle title={title || t('common.unnamed')} />
      <Section title={t('services.basics')}>
        <TextField pointer={`${pointer}/title`} label={t('services.title')} required testId="service-title" />
        <TextField pointer={`${pointer}/summary`} label={t('services.summary')} testId="service-summary" />
        <TextField pointer={`${pointer}/description`} label={t('services.description')} lines={3} />
        <div className="pair">
          <ChoiceField
            pointer={`${pointer}/category`}
            label={t('services.category')}
            options={categories}
            none={t('services.noCategory')}
            testId="service-category"
          />
          <ChoiceField pointer={`${pointer}/form`} label={t('services.form')} required options={forms} />
        </div>
        <ImageField pointer={`${pointer}/image`} label={t('services.image')} />
      </Section>
      <Section title={t('services.offerings')} intro={t('services.offeringsIntro')}>
        <OfferingsTable pointer={pointer} />
      </Section>
      <Section title={t('services.time')}>
        <div className="triple">
          <CountField
            pointer={`${pointer}/duration`}
            label={t('services.duration')}
            required
            testId="service-duration"
          />
          <CountField pointer={`${pointer}/buffer/before`} label={t('services.bufferBefore')} placeholder="0" />
          <CountField
            pointer={`${pointer}/buffer/after`}
            label={t('services.bufferAfter')}
            placeholder="0"
            hint={t('services.bufferHint')}
          />
        </div>
        <Requirements pointer={pointer} />
      </Section>
      <Section title={t('services.options')} intro={t('services.optionsIntro')}>
        <OptionsList pointer={`${pointer}/options`} />
      </Section>
      <Section title={t('services.addOns')} intro={t('services.addOnsIntro')}>
        {addOns.length === 0 ? (
          <p className="quiet">{t('services.noAddOns')}</p>
        ) : (
          <SeveralField pointer={`${pointer}/addOns`} options={addOns} />
        )}
      </Section>
      <Section title={t('services.own')} intro={t('services.ownIntro')}>
        <OwnPolicies pointer={`${pointer}/policies`} />
      </Section>
    </>
  )
}
