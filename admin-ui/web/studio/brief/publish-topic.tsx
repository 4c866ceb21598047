import { StringField, TextField } from '../fields/text-field.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { SchemaField } from '../schema/schema-field.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'

/** What publishing needs: the account, the address of the API, the legal texts. */
export function PublishTopic() {
  const { t } = useWords()
  return (
    <>
      <TopicTitle title={t('editor.topics.publish')} intro={t('brief.publishIntro')} />
      <Section title={t('brief.account')}>
        <StringField
          pointer="/publish/appid"
          label={t('brief.appid')}
          hint={t('brief.appidHint')}
          placeholder="wx0123456789abcdef"
          testId="publish-appid"
        />
        <StringField
          pointer="/publish/apiBase"
          label={t('brief.apiBase')}
          hint={t('brief.apiBaseHint')}
          placeholder="https://api.example.com"
          testId="publish-api-base"
        />
      </Section>
      <Section title={t('brief.messages')} intro={t('brief.messagesIntro')}>
        <SchemaField pointer="/publish/messages" label="" testId="add-message" />
        <MoreFields pointer="/publish" shown={['appid', 'apiBase', 'messages']} />
      </Section>
      <Section title={t('brief.legal')} intro={t('brief.legalIntro')}>
        <TextField pointer="/legal/agreement" label={t('brief.agreement')} lines={4} />
        <TextField pointer="/legal/privacy" label={t('brief.privacy')} lines={4} />
      </Section>
    </>
  )
}
