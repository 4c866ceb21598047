import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from 'react-router-dom'
import { listOf, recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { ChoiceField, type ChoiceOption } from '../fields/choice-field.tsx'
import { ImageField } from '../fields/image-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { SchemaField } from '../schema/schema-field.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { ModeChoice } from './mode-choice.tsx'
import { OfferingsTable } from './offerings-table.tsx'
import { OptionsList } from './options-list.tsx'
import { OwnPolicies } from './own-policies.tsx'
import { TimeFields } from './time-fields.tsx'
import { withMode } from './with-mode.ts'

/** Entries of a list as options: identifier and title. */
export function useOptions(pointer: string): ChoiceOption[] {
  const { language } = useWords()
  const list = useDraftState(({ document }) => valueAt(document, pointer))
  return listOf(list).map((entry) => {
    const { id, title, name } = recordOf(entry)
    return { value: stringOf(id), label: shownText(title ?? name, language, stringOf(id)) }
  })
}

/** Properties that have a place of their own on the page; the language's others follow at its end. */
const SHOWN = [
  'title',
  'mode',
  'category',
  'summary',
  'description',
  'image',
  'gallery',
  'duration',
  'buffer',
  'requirements',
  'durationChoice',
  'combinable',
  'series',
  'event',
  'quotas',
  'offerings',
  'options',
  'addOns',
  'requiredAddOns',
  'addOnsEach',
  'form',
  'feedback',
  'invoice',
  'people',
  'participants',
  'ageOn',
  'eligibility',
  'policies',
]

/** Everything about one service, as its mode asks for it. */
export function ServiceEditor({ pointer, back }: { readonly pointer: string; readonly back: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const service = recordOf(useDraftState(({ document }) => valueAt(document, pointer)))
  const mode = stringOf(service['mode'])
  const categories = useOptions('/categories')
  const forms = useOptions('/forms')
  const addOns = useOptions('/addOns')
  return (
    <>
      <Link to={back} className="crumb" data-testid="all-services">
        <ArrowLeftOutlined /> {t('services.all')}
      </Link>
      <TopicTitle title={shownText(service['title'], language) || t('common.unnamed')} />
      <Section title={t('services.basics')}>
        <TextField pointer={`${pointer}/title`} label={t('services.title')} required testId="service-title" />
        <ModeChoice
          pointer={`${pointer}/mode`}
          mode={mode}
          choose={(next) => draft.replace(withMode(draft.state().document, pointer, next))}
        />
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
        <SchemaField pointer={`${pointer}/gallery`} />
      </Section>
      <Section
        title={t(mode === 'registration' ? 'services.tickets' : 'services.offerings')}
        intro={t(mode === 'registration' ? 'services.ticketsIntro' : 'services.offeringsIntro')}
      >
        {mode === 'registration' ? <SchemaField pointer={`${pointer}/quotas`} /> : null}
        <OfferingsTable pointer={pointer} />
      </Section>
      <Section title={t(`services.timeOf.${mode === 'session' || mode === 'registration' ? mode : 'appointment'}`)}>
        <TimeFields pointer={pointer} mode={mode} />
      </Section>
      <Section title={t('services.people')} intro={t('services.peopleIntro')}>
        <SchemaField pointer={`${pointer}/people`} />
        <SchemaField pointer={`${pointer}/participants`} />
        <SchemaField pointer={`${pointer}/ageOn`} />
        <SchemaField pointer={`${pointer}/eligibility`} />
      </Section>
      <Section title={t('services.options')} intro={t('services.optionsIntro')}>
        <OptionsList pointer={`${pointer}/options`} />
      </Section>
      <Section title={t('services.addOns')} intro={t('services.addOnsIntro')}>
        {addOns.length === 0 ? (
          <p className="quiet">{t('services.noAddOns')}</p>
        ) : (
          <>
            <SchemaField pointer={`${pointer}/addOns`} />
            <SchemaField pointer={`${pointer}/requiredAddOns`} />
            <SchemaField pointer={`${pointer}/addOnsEach`} />
          </>
        )}
      </Section>
      <Section title={t('services.afterwards')}>
        <SchemaField pointer={`${pointer}/feedback`} />
        <SchemaField pointer={`${pointer}/invoice`} />
        <MoreFields pointer={pointer} shown={SHOWN} />
      </Section>
      <Section title={t('services.own')} intro={t('services.ownIntro')}>
        <OwnPolicies pointer={`${pointer}/policies`} />
      </Section>
    </>
  )
}
