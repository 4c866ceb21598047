import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { POLICIES, PolicyFields } from './policy-fields.tsx'

/** The four policies of the shop. */
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
    </>
  )
}
