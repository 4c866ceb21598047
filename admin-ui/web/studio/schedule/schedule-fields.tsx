import { SchemaField } from '../schema/schema-field.tsx'
import { Section } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { BreaksList } from './breaks-list.tsx'
import { ExceptionsList } from './exceptions-list.tsx'
import { WeekGrid } from './week-grid.tsx'

/** A schedule: its week, its breaks, and the days that differ. */
export function ScheduleFields({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  return (
    <>
      <Section title={t('hours.weekly')} intro={t('hours.weeklyIntro')}>
        <WeekGrid pointer={`${pointer}/weekly`} />
      </Section>
      <Section title={t('hours.breaks')} intro={t('hours.breaksIntro')}>
        <BreaksList pointer={`${pointer}/breaks`} />
      </Section>
      <Section title={t('hours.exceptions')} intro={t('hours.exceptionsIntro')}>
        <ExceptionsList pointer={`${pointer}/exceptions`} />
      </Section>
      <Section title={t('hours.rotation')} intro={t('hours.rotationIntro')}>
        <SchemaField pointer={`${pointer}/rotation`} label={t('hours.rotationSwitch')} />
      </Section>
    </>
  )
}
