import { OrderedList } from '../lists/ordered-list.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { TextField } from '../fields/text-field.tsx'
import { shownText } from '../draft/words.ts'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'

/** Why the shop wants an app, for whom, and what counts as success. */
export function BriefTopic() {
  const { t, language } = useWords()
  return (
    <>
      <TopicTitle title={t('editor.topics.brief')} intro={t('brief.intro')} />
      <Section title={t('brief.why')}>
        <TextField pointer="/brief/why" name={t('brief.why')} lines={2} testId="brief-why" />
      </Section>
      <Section title={t('brief.forWhom')}>
        <TextField pointer="/brief/forWhom" name={t('brief.forWhom')} lines={2} testId="brief-for-whom" />
      </Section>
      <Section title={t('brief.scope')}>
        <TextField pointer="/brief/scope" name={t('brief.scope')} lines={2} />
      </Section>
      <Section title={t('brief.measures')}>
        <OrderedList
          pointer="/brief/measures"
          testId="measure"
          isOptional
          nameOf={(entry) => shownText(entry, language)}
          row={(place) => <TextField pointer={place} name={t('brief.measures')} required />}
        />
        <p>
          <AddButton
            pointer="/brief/measures"
            kind="measure"
            label={t('brief.addMeasure')}
            make={() => ({ 'zh-CN': '新的一条', en: 'New measure' })}
          />
        </p>
      </Section>
    </>
  )
}
