import { TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { ScheduleFields } from './schedule-fields.tsx'

/** Opening hours of the shop. */
export function HoursTopic() {
  const { t } = useWords()
  return (
    <>
      <TopicTitle title={t('editor.topics.hours')} intro={t('hours.intro')} />
      <ScheduleFields pointer="/hours" />
    </>
  )
}
