import { SchemaField } from '../schema/schema-field.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { EXTRAS, POLICIES, PolicyFields } from './policy-fields.tsx'

/** The policies of the shop: four it always has, and those it may do without. */
export function PoliciesTopic() {
  const { t } = useWords()
  return (
    <>
      <TopicTitle title={t('editor.topics.policies')} intro={t('policies.intro')} />
      {POLICIES.map((name) => (
        <Section key={name} title={t(`policies.${name}`)}>
          <PolicyFields name={name} pointer={`/policies/${name}`} />
        </Section>
      ))}
      <Section title={t('policies.extras')} intro={t('policies.extrasIntro')}>
        {EXTRAS.map((name) => (
          <SchemaField key={name} pointer={`/policies/${name}`} label={t(`policies.${name}`)} />
        ))}
      </Section>
    </>
  )
}
